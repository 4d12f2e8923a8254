import { getMessages, getTranslations } from 'next-intl/server'
import { ReviewCounts } from '#components/organisers/paper/ReviewCounts.tsx'
import { ReviewRows } from '#components/organisers/paper/ReviewRows.tsx'
import { RowsToCome } from '#components/organisers/paper/RowsToCome.tsx'
import type { Organiser } from '#lib/access/organiser.ts'
import { readCampaign } from '#lib/content/campaign.ts'
import type { PaperBatch, PaperRowState } from '#lib/database/types.ts'
import { CORRECTABLE } from '#lib/paper/correct-row.ts'
import { readRowsOf } from '#lib/paper/read-batch.ts'
import { type RowToCome, readRowsToCome } from '#lib/paper/read-rows-to-come.ts'
import { countryName } from '#lib/text/countries.ts'
import type { Messages } from '#lib/text/messages.ts'
import { formatterIn } from '../../formatter.ts'
import { importBatchAction, tickRowsAction } from '../actions.ts'
import { CorrectRowStep } from './correct-row-step.tsx'
import { reasonsOf } from './reasons-of.ts'

type ReviewStepProps = {
  locale: string
  organiser: Organiser
  batch: PaperBatch
  counts: Partial<Record<PaperRowState, number>>
  toBeTaken: number
  query: Record<string, string | string[] | undefined>
}

const SHOWN = ['invalid', 'likely_duplicate', 'duplicate', 'remark', 'ready'] as const

/** What a signature to come says of itself, in this order. */
const TO_COME = [
  'name',
  'email',
  'organisation',
  'role',
  'category',
  'country',
  'isPublic',
  'wantsUpdates',
] as const

const isCorrectable = (state: string) => CORRECTABLE.some(known => known === state)

/** What checking found, by row, and the button that takes in what is fine. */
export async function ReviewStep(props: ReviewStepProps) {
  const { locale, organiser, batch, counts, toBeTaken, query } = props
  const [messages, t, format] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.paper.review' }),
    formatterIn(locale),
  ])
  const words: Messages['organisers']['paper'] = messages.organisers.paper
  const state = SHOWN.find(known => known === query.show) ?? SHOWN.find(known => counts[known])
  const page = state && (await readRowsOf(organiser, batch.id, state, query.after))
  const toCome = await readRowsToCome(organiser, batch)
  const here = `/${locale}/organisers/paper/${batch.id}`
  return (
    <>
      {toCome.length > 0 && (
        <RowsToCome
          heads={TO_COME.map(field => words.review.toCome.fields[field])}
          rows={toCome.map(row => ({
            number: row.number,
            cells: TO_COME.map(field => cellOf(row, field, locale, words)),
          }))}
          words={words.review}
        />
      )}
      <ReviewCounts
        id={batch.id}
        states={SHOWN.map(code => ({
          code,
          count: format.number(counts[code] ?? 0),
          href: `${here}?show=${code}#rows`,
          isCurrent: code === state,
        }))}
        summary={t('summary', { count: toBeTaken })}
        button={t('button', { count: toBeTaken })}
        canImport={toBeTaken > 0 || batch.status === 'importing'}
        isStopped={batch.status === 'importing'}
        action={importBatchAction.bind(null, locale)}
        words={words.review}
      />
      {state && page && (
        <ReviewRows
          id={batch.id}
          state={state}
          rows={page.rows.map(row => ({
            ...row,
            reasons: reasonsOf(row, messages.form.errors, words),
            correctHref: isCorrectable(state)
              ? `${here}?show=${state}&correct=${row.number}#rows`
              : undefined,
            ...(row.duplicateOf && { duplicateOf: t('doubleOf', { number: row.duplicateOf }) }),
          }))}
          header={batch.header.map((title, place) => ({ place, title }))}
          nextHref={page.next ? `${here}?show=${state}&after=${page.next}#rows` : undefined}
          correcting={<CorrectRowStep locale={locale} batch={batch} state={state} query={query} />}
          tick={tickRowsAction.bind(null, locale)}
          words={words.review}
        />
      )}
    </>
  )
}

function cellOf(
  row: RowToCome,
  field: (typeof TO_COME)[number],
  locale: string,
  { review }: Messages['organisers']['paper'],
) {
  const value = row[field]
  if (typeof value === 'boolean') return value ? review.toCome.yes : review.toCome.no
  if (field === 'country') return value && countryName(value, locale)
  if (field === 'category') return categoryName(value, locale)
  return value
}

function categoryName(category: string, locale: string) {
  return readCampaign(locale).categories.find(({ code }) => code === category)?.name ?? ''
}
