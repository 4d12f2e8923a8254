import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { withPatience } from '#lib/database/patience.ts'
import type { BulkAction, BulkMemberState, Prisma } from '#lib/database/types.ts'
import { moveSignatures } from '#lib/signatures/states.ts'
import { forgetTally } from '#lib/signatures/tally.ts'
import { settleReports } from '#lib/signatures/trust/report-name.ts'
import { CONTENTS } from '../content-hash.ts'
import { BULK_MOVES, CHUNK, changesOf } from './bulk-moves.ts'
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
        const [locked] = await transaction.$queryRaw<{ id: string }[]>`
        SELECT id FROM bulk_action
        WHERE id = ${id}::uuid AND state IN ('running', 'undoing') FOR UPDATE`
        if (!locked) return false
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
  return hasMore
}

/** Does all that is left of it. */
export async function runBulkAction(id: string) {
  while (await continueBulkAction(id));
}

async function doChunk(transaction: Prisma.TransactionClient, action: BulkAction, now: Date) {
  const members = await transaction.$queryRaw<{ id: string; isSame: boolean }[]>`
    SELECT signature.id, member.content_hash = ${CONTENTS} AS is_same
    FROM bulk_action_member member JOIN signature ON signature.id = member.signature_id
    WHERE member.bulk_action_id = ${action.id}::uuid AND member.state = 'waiting'
    ORDER BY signature.id LIMIT ${CHUNK} FOR UPDATE OF signature`
  const same = members.flatMap(({ id, isSame }) => (isSame ? [id] : []))
  const moved = await moveSignatures(
    transaction,
    same,
    BULK_MOVES[action.kind],
    changesOf(action, now),
    action.organiserId,
  )
  if (action.kind === 'release') {
    await settleReports(transaction, moved, now)
  }
  const done = new Set(moved)
  const left = members.flatMap(({ id }) => (done.has(id) ? [] : [id]))
  await note(transaction, action.id, moved, 'done')
  await note(transaction, action.id, left, 'changed')
  return members.length
}

/** `doneAt` is the time of the line that the history got: what comes later came between. */
function note(
  transaction: Prisma.TransactionClient,
  bulkActionId: string,
  ids: string[],
  state: BulkMemberState,
) {
  return transaction.$executeRaw`
    UPDATE bulk_action_member member SET state = ${state}::bulk_member_state,
      done_at = (SELECT max(at) FROM signature_event e WHERE e.signature_id = member.signature_id)
    WHERE bulk_action_id = ${bulkActionId}::uuid AND signature_id = ANY(${ids}::uuid[])`
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
