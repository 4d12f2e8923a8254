import type { Prisma } from '#lib/database/types.ts'
import { keyedHash } from '#lib/defence/tokens.ts'

/** Makes sure that this site never writes to an address again. Takes the address's key. */
export async function suppressAddress(transaction: Prisma.TransactionClient, emailKey: string) {
  const keyHash = hashOf(emailKey)
  await transaction.suppression.upsert({ where: { keyHash }, create: { keyHash }, update: {} })
}

/** Whether the owner of an address asked never to be written to. */
export async function isSuppressed(transaction: Prisma.TransactionClient, emailKey: string) {
  const found = await transaction.suppression.findUnique({ where: { keyHash: hashOf(emailKey) } })
  return found !== null
}

/** Those of these addresses' keys whose owners asked never to be written to. */
export async function suppressedAmong(transaction: Prisma.TransactionClient, emailKeys: string[]) {
  const keys = new Map(emailKeys.map(emailKey => [hashOf(emailKey), emailKey]))
  const found = await transaction.suppression.findMany({
    where: { keyHash: { in: [...keys.keys()] } },
  })
  return new Set(found.map(({ keyHash }) => keys.get(keyHash)))
}

function hashOf(emailKey: string) {
  return keyedHash('suppression', emailKey)
}
