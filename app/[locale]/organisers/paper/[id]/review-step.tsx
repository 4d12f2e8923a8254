import { getMessages, getTranslations } from 'next-intl/server'
import { ReviewCounts } from '#components/organisers/paper/ReviewCounts.tsx'
import { ReviewRows } from '#components/organisers/paper/ReviewRows.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import type { Organiser } from '#lib/access/organiser.ts'
import type { PaperBatch, PaperRowState } from '#lib/database/types.ts'
import { readRowsOf } from '#lib/paper/read-batch.ts'
import type { Messages } from '#lib/text/messages.ts'
import { formatterIn } from '../../formatter.ts'
import { importBatchAction, tickRowsAction } from '../actions.ts'

type ReviewStepProps = {
  locale: string
  organiser: Organiser
  batch: PaperBatch
  counts: Partial<Record<PaperRowState, number>>
  toBeTaken: number
  query: Record<string, string | string[] | undefined>
}

const SHOWN = ['invalid', 'likely_duplicate', 'duplicate', 'remark', 'ready'] as const

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
  const here = `/${locale}/organisers/paper/${batch.id}`
  return (
    <>
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
            ...(row.duplicateOf && { duplicateOf: t('doubleOf', { number: row.duplicateOf }) }),
          }))}
          header={batch.header.map((title, place) => ({ place, title }))}
          nextHref={page.next ? `${here}?show=${state}&after=${page.next}#rows` : undefined}
          tick={tickRowsAction.bind(null, locale)}
          words={words.review}
        />
      )}
    </>
  )
}

/** The form's own sentence for each fault of a row, after the name of the field. */
function reasonsOf(
  { faults }: { faults: string[] },
  errors: Messages['form']['errors'],
  { columns, review }: Messages['organisers']['paper'],
) {
  const byField: Record<string, Record<string, string>> = errors
  return faults.map(fault => {
    const [field = '', code = ''] = fault.split('.')
    if (field === 'remark') return { field, reason: wordFor(review.remarks, code) ?? '' }
    return {
      field: wordFor(columns.fields, field) ?? field,
      reason: wordFor(wordFor(byField, field) ?? {}, code) ?? errors.any.invalid,
    }
  })
}
