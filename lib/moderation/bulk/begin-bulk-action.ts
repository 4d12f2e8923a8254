import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { UNDO_DAYS } from '#lib/content/periods.ts'
import { database } from '#lib/database/client.ts'
import type { BulkAction, Prisma } from '#lib/database/types.ts'
import type { Filters } from '#lib/signatures/filters/filters.ts'
import { DAY_MS, HOUR_MS } from '#lib/time/time-spans.ts'
import { traceOf } from '../list-signatures.ts'
import { PREVIEW_HOURS, UNDOABLE } from './bulk-moves.ts'

/** Outcome of confirming a bulk action. `not-possible`: it was confirmed before, or expired. */
export type BeginOutcome = { outcome: 'begun' | 'not-possible' }

/** Confirms the preview of a bulk action. `continueBulkAction` then does it, chunk by chunk. */
export function beginBulkAction(
  organiser: Organiser,
  id: string,
  now = new Date(),
): Promise<BeginOutcome> {
  const createdAt = { gt: new Date(now.getTime() - PREVIEW_HOURS * HOUR_MS) }
  return database.$transaction(async transaction => {
    const { count } = await transaction.bulkAction.updateMany({
      where: { id, state: 'preview', createdAt },
      data: {
        state: 'running',
        startedAt: now,
        organiserId: organiser.id,
        networkHash: organiser.networkHash,
      },
    })
    return count === 0 ? NOT_POSSIBLE : record(transaction, organiser, id, 'bulk-begun')
  })
}

/** Undoes a bulk action, within UNDO_DAYS: each signature goes back, unless it was changed since. */
export function undoBulkAction(
  organiser: Organiser,
  id: string,
  now = new Date(),
): Promise<BeginOutcome> {
  return database.$transaction(async transaction => {
    const { count } = await transaction.bulkAction.updateMany({
      where: { id, state: 'done', kind: { in: UNDOABLE }, finishedAt: { gt: undoneAfter(now) } },
      data: { state: 'undoing', undoneBy: organiser.id, networkHash: organiser.networkHash },
    })
    return count === 0 ? NOT_POSSIBLE : record(transaction, organiser, id, 'bulk-undo-begun')
  })
}

/** Whether a bulk action can be undone. */
export function isUndoable({ state, kind, finishedAt }: BulkAction, now = new Date()) {
  return (
    state === 'done' &&
    UNDOABLE.includes(kind) &&
    finishedAt !== null &&
    finishedAt > undoneAfter(now)
  )
}

const NOT_POSSIBLE = { outcome: 'not-possible' } as const

function undoneAfter(now: Date) {
  return new Date(now.getTime() - UNDO_DAYS * DAY_MS)
}

async function record(
  transaction: Prisma.TransactionClient,
  organiser: Organiser,
  id: string,
  event: 'bulk-begun' | 'bulk-undo-begun',
): Promise<BeginOutcome> {
  const {
    kind,
    holdReason,
    filters: rule,
    rows,
  } = await transaction.bulkAction.findUniqueOrThrow({
    where: { id },
  })
  const details = { kind, reason: holdReason, ...(rule ? traceOf(rule as Filters) : {}) }
  await recordAuditEvent({ by: organiser, kind: event, subject: id, rows, details }, transaction)
  return { outcome: 'begun' }
}
