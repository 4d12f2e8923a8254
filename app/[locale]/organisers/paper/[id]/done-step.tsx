import { getMessages, getTranslations } from 'next-intl/server'
import { BatchFacts } from '#components/organisers/paper/BatchFacts.tsx'
import { UNDO_DAYS } from '#lib/content/limits.ts'
import type { PaperBatch } from '#lib/database/types.ts'
import { undoUntil } from '#lib/paper/undo-batch.ts'
import { formatDay } from '#lib/text/messages.ts'
import { undoBatchAction } from '../actions.ts'

/** What came of a batch, where it came from, and how to undo it. */
export async function DoneStep({ locale, batch }: { locale: string; batch: PaperBatch }) {
  const [{ organisers }, t] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.paper.done' }),
  ])
  const { importedAt, undoneAt, importedRows: count } = batch
  const until = importedAt && undoUntil(importedAt)
  const isOpen = batch.status === 'imported' && until !== null && until > new Date()
  return (
    <BatchFacts
      id={batch.id}
      sentence={
        undoneAt
          ? t('undone', { day: formatDay(locale, undoneAt) })
          : t('imported', { count, day: formatDay(locale, importedAt ?? batch.createdAt) })
      }
      facts={{ ...batch, gatheredOn: formatDay(locale, batch.gatheredOn) }}
      undo={isOpen ? undoBatchAction.bind(null, locale) : undefined}
      undoHint={until ? t('undoHint', { days: UNDO_DAYS, day: formatDay(locale, until) }) : ''}
      words={organisers.paper}
    />
  )
}
