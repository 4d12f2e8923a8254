import { getMessages, getTranslations } from 'next-intl/server'
import { CorrectRow } from '#components/organisers/paper/CorrectRow.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import type { PaperBatch } from '#lib/database/types.ts'
import { readCorrectable } from '#lib/paper/read-batch.ts'
import type { Messages } from '#lib/text/messages.ts'
import { correctRowAction } from '../actions.ts'
import { reasonsOf } from './reasons-of.ts'

type CorrectRowStepProps = {
  locale: string
  batch: PaperBatch
  /** The rows that are shown. */
  state: string
  query: Record<string, string | string[] | undefined>
}

/** The row that the address says to correct; nothing where it says none, or one that needs no correction. */
export async function CorrectRowStep({ locale, batch, state, query }: CorrectRowStepProps) {
  const row = await readCorrectable(batch.id, query.correct)
  if (!row) return null
  const [messages, t] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.paper.review' }),
  ])
  const words: Messages['organisers']['paper'] = messages.organisers.paper
  return (
    <CorrectRow
      id={batch.id}
      row={{ ...row, reasons: reasonsOf(row, messages.form.errors, words) }}
      columns={batch.header.map((title, place) => ({
        place,
        title: title || String(place + 1),
        field: wordFor(words.columns.fields, batch.columns[place]) ?? '',
      }))}
      show={state}
      title={t('correct.title', { number: row.number })}
      leaveHref={`/${locale}/organisers/paper/${batch.id}?show=${state}#rows`}
      action={correctRowAction.bind(null, locale)}
      words={words.review}
    />
  )
}
