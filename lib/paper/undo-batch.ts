import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { UNDO_DAYS } from '#lib/content/limits.ts'
import { database } from '#lib/database/client.ts'
import { withPatience } from '#lib/database/patience.ts'
import { forgetTally } from '#lib/signatures/tally.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { writeWebhookMessages } from '#lib/webhooks/queries.ts'

/** Outcome of undoing an import. */
export type UndoBatchOutcome =
  | { outcome: 'undone'; signatures: number }
  | { outcome: 'not-possible' }

const TRANSACTION_MS = 60_000

/**
 * Deletes the signatures that an import brought in, within UNDO_DAYS. Who has signed here herself since
 * then is no longer of the batch, and stays.
 */
export async function undoBatch(
  organiser: Organiser,
  id: string,
  now = new Date(),
): Promise<UndoBatchOutcome> {
  const since = new Date(now.getTime() - UNDO_DAYS * DAY_MS)
  const deleted = await withPatience('batch', () =>
    database.$transaction(
      async transaction => {
        const { count } = await transaction.paperBatch.updateMany({
          where: { id, status: 'imported', importedAt: { gt: since } },
          data: { status: 'undone', undoneAt: now },
        })
        if (count === 0) return null
        const ids = await transaction.signature.findMany({
          where: { paperBatchId: id },
          select: { id: true },
        })
        await writeWebhookMessages(
          transaction,
          'withdrawn',
          ids.map(signature => signature.id),
        )
        const { count: rows } = await transaction.signature.deleteMany({
          where: { paperBatchId: id },
        })
        await recordAuditEvent(
          { by: organiser, kind: 'paper-undone', subject: id, rows },
          transaction,
        )
        return rows
      },
      { timeout: TRANSACTION_MS },
    ),
  )
  forgetTally()
  return deleted === null ? { outcome: 'not-possible' } : { outcome: 'undone', signatures: deleted }
}

/** End of the undo period. */
export function undoUntil(importedAt: Date) {
  return new Date(importedAt.getTime() + UNDO_DAYS * DAY_MS)
}
