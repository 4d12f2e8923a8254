import type { Prisma } from '#lib/database/types.ts'
import { lockOwners } from '../queries.ts'

/**
 * Whether the campaign would be left without an owner who can sign in, were this organiser none. Owners
 * are looked at one change at a time: two who demote each other do not both succeed.
 */
export async function isLastOwner(organiserId: string, transaction: Prisma.TransactionClient) {
  const owners = await lockOwners(transaction)
  const isOwner = owners.some(({ id }) => id === organiserId)
  return isOwner && !owners.some(({ id, hasSecondFactor }) => id !== organiserId && hasSecondFactor)
}
