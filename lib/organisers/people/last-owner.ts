import type { Prisma } from '#lib/database/types.ts'
import { lockOwners } from '../queries.ts'

/**
 * Whether this organiser is the last owner who can sign in. Owners are locked, so that two who demote each
 * other do not both succeed.
 */
export async function isLastOwner(organiserId: string, transaction: Prisma.TransactionClient) {
  const owners = await lockOwners(transaction)
  const isOwner = owners.some(({ id }) => id === organiserId)
  return isOwner && !owners.some(({ id, hasSecondFactor }) => id !== organiserId && hasSecondFactor)
}
