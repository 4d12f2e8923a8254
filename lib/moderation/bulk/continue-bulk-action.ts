import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { announcePageChange } from '#lib/database/page-changes.ts'
import { withPatience } from '#lib/database/patience.ts'
import type { BulkAction, Prisma } from '#lib/database/types.ts'
import { moveSignatures } from '#lib/signatures/states.ts'
import { forgetTally } from '#lib/signatures/tally.ts'
import { closeReports } from '#lib/signatures/trust/report-name.ts'
import { completeMembers, lockAction, lockWaitingMembers } from '../queries/bulk-actions.ts'
import { tellReleased } from '../tell-released.ts'
import { tellRemoved } from '../tell-removed.ts'
import { BULK_MOVES, CHUNK, changesOf, codesOf } from './bulk-moves.ts'
import { undoChunk } from './undo-chunk.ts'

const CHUNK_MS = 60_000

/**
 * Does the next CHUNK signatures of a bulk action, or undoes them. Resolves to whether there may be
 * more. Each chunk is one transaction that locks the action: after a crash whoever comes next goes on
 * where it ended, and two at the same time take turns.
 */
export async function continueBulkAction(id: string, now = new Date()): Promise<boolean> {
  const hasMore = await withPatience('batch', () =>
    database.$transaction(
      async transaction => {
        if (!(await lockAction(transaction, id))) return false
        const action = await transaction.bulkAction.findUniqueOrThrow({ where: { id } })
        const isUndo = action.state === 'undoing'
        const rows = await (isUndo ? undoChunk : doChunk)(transaction, action, now)
        if (rows === CHUNK) return true
        await finish(transaction, action, now)
        return false
      },
      { timeout: CHUNK_MS },
    ),
  )
  forgetTally()
  // The worker may have done it: web processes hear of it.
  await announcePageChange()
  return hasMore
}

/** Does all remaining chunks. */
export async function runBulkAction(id: string) {
  while (await continueBulkAction(id));
}

async function doChunk(transaction: Prisma.TransactionClient, action: BulkAction, now: Date) {
  const members = await lockWaitingMembers(transaction, action.id, CHUNK)
  const same = members.flatMap(({ id, isSame }) => (isSame ? [id] : []))
  const moved = await moveSignatures(
    transaction,
    same,
    BULK_MOVES[action.kind],
    changesOf(action, now),
    action.organiserId,
    codesOf(action),
  )
  if (action.kind === 'release') {
    await closeReports(transaction, moved, now)
    await tellReleased(transaction, moved)
  }
  if (action.kind === 'remove' && action.tellsOwners) {
    await tellRemoved(transaction, moved, action.removalReason ?? 'other')
  }
  const done = new Set(moved)
  const left = members.flatMap(({ id }) => (done.has(id) ? [] : [id]))
  await completeMembers(transaction, action.id, moved, 'done')
  await completeMembers(transaction, action.id, left, 'changed')
  return members.length
}

async function finish(transaction: Prisma.TransactionClient, action: BulkAction, now: Date) {
  const { id, networkHash, undoneBy, organiserId } = action
  const isUndo = action.state === 'undoing'
  await transaction.bulkAction.update({
    where: { id },
    data: isUndo ? { state: 'undone' } : { state: 'done', finishedAt: now },
  })
  const rows = await transaction.bulkActionMember.count({
    where: { bulkActionId: id, state: isUndo ? 'undone' : 'done' },
  })
  const by = { id: isUndo ? undoneBy : organiserId, networkHash }
  const kind = isUndo ? 'bulk-undone' : 'bulk-finished'
  await recordAuditEvent({ by, kind, subject: id, rows }, transaction)
}
