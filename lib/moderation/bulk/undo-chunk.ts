import type { BulkAction, Prisma } from '#lib/database/types.ts'
import { moveSignatures } from '#lib/signatures/states.ts'
import { type DoneMember, lockDoneMembers } from '../queries/bulk-actions.ts'
import { restoringMove } from '../remove-signature.ts'
import { CHUNK } from './bulk-moves.ts'

/**
 * Undoes the next members of a bulk action. A signature that its owner has corrected or withdrawn, or that has
 * made another transition since, stays as it is.
 */
export async function undoChunk(transaction: Prisma.TransactionClient, action: BulkAction) {
  const members = await lockDoneMembers(transaction, action.id, CHUNK)
  const untouched = members.filter(({ isUntouched }) => isUntouched)
  const back = await putBack(transaction, action, untouched)
  const all = members.map(({ id }) => id)
  const ofAction = { bulkActionId: action.id, state: 'done' } as const
  await transaction.bulkActionMember.updateMany({
    where: { ...ofAction, signatureId: { in: back } },
    data: { state: 'undone' },
  })
  await transaction.bulkActionMember.updateMany({
    where: { ...ofAction, signatureId: { in: all } },
    data: { state: 'kept' },
  })
  return members.length
}

async function putBack(
  transaction: Prisma.TransactionClient,
  { kind, undoneBy }: BulkAction,
  members: DoneMember[],
) {
  const ids = (some: DoneMember[]) => some.map(({ id }) => id)
  if (kind === 'hold') {
    return moveSignatures(transaction, ids(members), 'release', { holdReasons: [] }, undoneBy)
  }
  const moved: string[] = []
  for (const move of ['restore', 'restoreHeld'] as const) {
    const some = members.filter(member => restoringMove(member) === move)
    const changes = { removedAt: null }
    moved.push(...(await moveSignatures(transaction, ids(some), move, changes, undoneBy)))
  }
  return moved
}
