import type { Prisma } from '#lib/database/types.ts'
import { addressHash, addressHashes } from '#lib/suppression/suppression.ts'

/** Signatures whose addresses are hashed in one step. */
const CHUNK = 5_000

/**
 * Remembers whose an address was before retention erases it from these signatures: a keyed hash takes its place. It is
 * the hash of suppressed addresses, so that an owner whose address is gone can still ask for no more mail.
 */
export async function rememberErasedAddresses(
  transaction: Prisma.TransactionClient,
  signatures: Prisma.SignatureWhereInput,
) {
  let after: string | undefined
  do {
    const chunk = await transaction.signature.findMany({
      where: { AND: [signatures, { emailKey: { not: null } }, after ? { id: { gt: after } } : {}] },
      orderBy: { id: 'asc' },
      take: CHUNK,
      select: { id: true, emailKey: true },
    })
    await transaction.erasedAddress.createMany({
      data: chunk.map(({ id, emailKey }) => ({
        signatureId: id,
        addressHash: addressHash(emailKey ?? ''),
      })),
      skipDuplicates: true,
    })
    after = chunk.length === CHUNK ? chunk.at(-1)?.id : undefined
  } while (after)
}

/** The signature of an address that retention erased from it; null where there is none. */
export async function findErased(transaction: Prisma.TransactionClient, email: string) {
  const found = await transaction.erasedAddress.findFirst({
    where: { addressHash: { in: addressHashes(email) }, signature: { emailKey: null } },
    orderBy: { signatureId: 'asc' },
    select: { signature: { select: { id: true, status: true } } },
  })
  return found?.signature ?? null
}

/** Keys among these whose addresses were erased from a signature, each of which still counts once. */
export async function erasedAmong(transaction: Prisma.TransactionClient, emailKeys: string[]) {
  const keys = new Map(emailKeys.map(key => [addressHash(key), key]))
  const found = await transaction.erasedAddress.findMany({
    where: { addressHash: { in: [...keys.keys()] } },
    select: { addressHash: true },
  })
  return found.flatMap(({ addressHash }) => keys.get(addressHash) ?? [])
}
