import { getMessages, getTranslations } from 'next-intl/server'
import { ExportPreview } from '#components/organisers/approvals/ExportPreview.tsx'
import type { Organiser } from '#lib/access/organiser.ts'
import { countExport } from '#lib/exports/count-export.ts'
import type { ApprovedWish } from '#lib/exports/export-wish.ts'
import { COLUMNS } from '#lib/exports/formats/exported-signature.ts'
import { FIRST_ROWS, readFirstRows } from '#lib/exports/preview-export.ts'
import { countryName } from '#lib/text/countries.ts'

type ExportAskedProps = { locale: string; organiser: Organiser; wish: ApprovedWish }

/** A file as it would be now: how many rows of each state, which columns, and the first rows. */
export async function ExportAsked({ locale, organiser, wish }: ExportAskedProps) {
  const [{ organisers }, t, counts, rows] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers' }),
    countExport(wish.filters),
    readFirstRows(organiser, wish),
  ])
  const { statuses } = organisers.signatures
  const said = (count: number) => t('exports.rows', { count })
  const chosen = wish.statuses.map(status => ({
    name: statuses[status],
    rows: counts.statuses[status],
  }))
  const total = chosen.reduce((sum, one) => sum + one.rows, 0)
  return (
    <ExportPreview
      total={t('approvals.preview.total', { count: total })}
      parts={chosen.map(part => `${part.name} – ${said(part.rows)}`)}
      columns={COLUMNS.map(column => organisers.exports.heads[column])}
      lead={t('approvals.preview.first', { count: Math.min(FIRST_ROWS, rows.length) })}
      rows={rows.map(({ id, status, name, email, country }) => ({
        id,
        cells: [statuses[status], name, email, country ? countryName(country, locale) : ''],
      }))}
      words={{ ...organisers.approvals.preview, status: organisers.signatures.filters.status }}
    />
  )
}
