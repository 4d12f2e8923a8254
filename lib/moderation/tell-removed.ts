import type { Prisma, RemovalReason } from '#lib/database/types.ts'
import { suppressedAmong } from '#lib/suppression/suppression.ts'

/**
 * Writes the mail that says that a signature was removed, and why, to each owner who has an address and may be
 * written to. Resolves to how many.
 */
export async function tellRemoved(
  transaction: Prisma.TransactionClient,
  ids: string[],
  reason: RemovalReason,
) {
  const owners = await transaction.signature.findMany({
    where: { id: { in: ids }, emailKey: { not: null } },
    select: { id: true, emailKey: true },
  })
  const keys = owners.flatMap(({ emailKey }) => emailKey ?? [])
  const suppressed = await suppressedAmong(transaction, keys)
  const { count } = await transaction.mail.createMany({
    data: owners.flatMap(({ id, emailKey }) =>
      emailKey && !suppressed.has(emailKey)
        ? [{ kind: 'removed' as const, signatureId: id, notice: reason }]
        : [],
    ),
  })
  return count
}
