import type { Prisma } from '#lib/database/types.ts'
import { keyedHash } from '#lib/security/tokens.ts'

/**
 * Remembers which addresses organisers removed a signature of, before these rows let go of them: by
 * withdrawing, or by retention. Only a keyed hash stays.
 */
export async function rememberRemovedAddresses(
  transaction: Prisma.TransactionClient,
  signatures: Prisma.SignatureWhereInput,
  now = new Date(),
) {
  const removed = await transaction.signature.findMany({
    where: { AND: [signatures, { status: 'removed', emailKey: { not: null } }] },
    select: { emailKey: true },
  })
  await transaction.removedAddress.createMany({
    data: removed.map(({ emailKey }) => ({
      addressHash: addressHashOf(emailKey ?? ''),
      removedAt: now,
    })),
    skipDuplicates: true,
  })
}

/** Whether organisers removed what was signed with this address before. */
export async function isRemovedAddress(transaction: Prisma.TransactionClient, emailKey: string) {
  const addressHash = addressHashOf(emailKey)
  return (await transaction.removedAddress.count({ where: { addressHash } })) > 0
}

function addressHashOf(emailKey: string) {
  return keyedHash('removed-address', emailKey)
}
