import { getMessages, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { ExportForm } from '#components/organisers/exports/ExportForm.tsx'
import { ExportTable } from '#components/organisers/exports/ExportTable.tsx'
import { SignatureFilters } from '#components/organisers/signatures/SignatureFilters.tsx'
import type { Organiser } from '#lib/access/organiser.ts'
import { may } from '#lib/access/roles.ts'
import { readOwnApproval } from '#lib/approvals/read-own-approval.ts'
import { countExport } from '#lib/exports/count-export.ts'
import { exportQuery, IN_CODES, readExportAddress, readSubject } from '#lib/exports/export-wish.ts'
import { listExports } from '#lib/exports/list-exports.ts'
import { STATUSES } from '#lib/signatures/statuses.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { formatterIn } from '../formatter.ts'
import { filterChoices } from '../signatures/filter-choices.ts'

const PATH = '/organisers/exports'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.exports)

/** Signatures as a file: which, how many, in which columns and format. */
export default async function ExportsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/exports'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('export-public', locale, { fresh: true })
  const asked = await searchParams
  const wish = { ...readExportAddress(asked), ...(await wishOfApproval(organiser, asked.approval)) }
  const { filters } = wish
  const [{ organisers }, t, format, counts, runs] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.exports' }),
    formatterIn(locale),
    countExport(filters),
    listExports(),
  ])
  const rows = (count: number) => t('rows', { count })
  const words = organisers.exports
  const href = `/${locale}${PATH}`
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="exports"
      path={`${PATH}?${exportQuery(wish)}`}
      lead={words.lead}
    >
      <SignatureFilters
        href={href}
        chosen={filters}
        isSaved={false}
        choices={await filterChoices(locale)}
        words={organisers.signatures.filters}
        look="quiet"
        without="status"
      />
      <ExportForm
        action={`${href}/file`}
        filters={filters}
        chosen={{ ...wish, wording: typeof asked.wording === 'string' ? asked.wording : locale }}
        wordings={[
          { value: locale, label: words.wording.words },
          { value: IN_CODES, label: words.wording.codes },
        ]}
        shown={rows(counts.shown)}
        statuses={STATUSES.map(code => ({
          code,
          label: `${organisers.signatures.statuses[code]} – ${rows(counts.statuses[code])}`,
          isChosen: wish.statuses.includes(code),
        }))}
        mayExportAll={may(organiser.role, 'export-all')}
        outcome={typeof asked.outcome === 'string' ? asked.outcome : undefined}
        words={words}
      />
      <WorkSection id="runs" title={words.runs.title} lead={words.runs.lead}>
        <ExportTable
          runs={runs.map(run => ({
            id: run.id,
            fileName: run.fileName,
            startedAt: format.dateTime(run.startedAt, {
              dateStyle: 'medium',
              timeStyle: 'short',
            }),
            rows: format.number(run.rows),
            state: words.runs.states[run.state],
            fileHash: run.fileHash,
          }))}
          words={words.runs}
        />
      </WorkSection>
    </ConsolePage>
  )
}

/** What this organiser asked a colleague to approve, as she asked it: the link of the answer leads here. */
async function wishOfApproval(organiser: Organiser, asked: unknown) {
  const id = z.uuid().safeParse(asked)
  const own = id.success && (await readOwnApproval(organiser, { id: id.data, kind: 'export-all' }))
  const wish = own && readSubject(own.subject)
  return wish ? { ...wish, reason: own.reason } : null
}
