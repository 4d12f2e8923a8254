import type { Prisma, SuppressionReason } from '#lib/database/types.ts'
import { keyedHash } from '#lib/defence/tokens.ts'

/**
 * Makes sure that this site does not write to an address again. Takes the address's key. An owner's
 * wish stays one when a mail bounces later, and replaces what a bounce left.
 */
export async function suppressAddress(
  transaction: Prisma.TransactionClient,
  emailKey: string,
  reason: SuppressionReason = 'wish',
) {
  const keyHash = hashOf(emailKey)
  await transaction.suppression.upsert({
    where: { keyHash },
    create: { keyHash, reason },
    update: reason === 'wish' ? { reason } : {},
  })
}

/** Whether an address is not to be written to. */
export async function isSuppressed(transaction: Prisma.TransactionClient, emailKey: string) {
  const found = await transaction.suppression.findUnique({ where: { keyHash: hashOf(emailKey) } })
  return found !== null
}

/** Those of these addresses' keys that are not to be written to. */
export async function suppressedAmong(transaction: Prisma.TransactionClient, emailKeys: string[]) {
  return new Set((await suppressionReasons(transaction, emailKeys)).keys())
}

/** Why those of these addresses' keys that are not to be written to are not. */
export async function suppressionReasons(
  transaction: Prisma.TransactionClient,
  emailKeys: string[],
) {
  const keys = new Map(emailKeys.map(emailKey => [hashOf(emailKey), emailKey]))
  const found = await transaction.suppression.findMany({
    where: { keyHash: { in: [...keys.keys()] } },
  })
  return new Map(found.map(({ keyHash, reason }) => [keys.get(keyHash) ?? '', reason]))
}

function hashOf(emailKey: string) {
  return keyedHash('suppression', emailKey)
}
