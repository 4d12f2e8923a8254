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

/** What stays of an address whose signature organisers removed. */
export function addressHashOf(emailKey: string) {
  return keyedHash('removed-address', emailKey)
}
