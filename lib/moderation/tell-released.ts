import type { Prisma } from '#lib/database/types.ts'
import { suppressedAmong } from '#lib/suppression/suppression.ts'

/**
 * Writes the mail that ends what the mail "We are checking your signature" began: once for each signature whose
 * owner got that one and may be written to.
 */
export async function tellReleased(transaction: Prisma.TransactionClient, ids: string[]) {
  const waiting = await transaction.signature.findMany({
    where: {
      id: { in: ids },
      emailKey: { not: null },
      mails: { some: { kind: 'held', sentAt: { not: null } }, none: { kind: 'released' } },
    },
    select: { id: true, emailKey: true },
  })
  const keys = waiting.flatMap(({ emailKey }) => emailKey ?? [])
  const suppressed = await suppressedAmong(transaction, keys)
  await transaction.mail.createMany({
    data: waiting.flatMap(({ id, emailKey }) =>
      emailKey && !suppressed.has(emailKey) ? [{ kind: 'released' as const, signatureId: id }] : [],
    ),
  })
}
