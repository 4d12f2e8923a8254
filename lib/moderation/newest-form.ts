import type { Prisma, Signature } from '#lib/database/types.ts'
import { waitingFor } from '#lib/signatures/waiting-forms.ts'
import { mayMailAgain } from '#lib/suppression/mail-limits.ts'
import { isSuppressed } from '#lib/suppression/suppression.ts'

/** The newest form that waits for the owner of a signature; null where none does. */
export function newestForm(
  transaction: Prisma.TransactionClient,
  signature: Pick<Signature, 'id' | 'status'>,
  now: Date,
) {
  if (signature.status !== 'pending') return null
  return transaction.confirmationLink.findFirst({
    where: waitingFor(signature.id, now),
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
  })
}

/** Why its owner may not be asked by mail once more; null where she may. */
export async function whyNoMail(
  transaction: Prisma.TransactionClient,
  { id, emailKey }: Pick<Signature, 'id' | 'emailKey'>,
  now: Date,
) {
  if (!emailKey || (await isSuppressed(transaction, emailKey, now))) return 'suppressed'
  const earlier = await transaction.mail.findMany({
    where: { signatureId: id, kind: { in: ['confirm', 'reminder'] } },
    select: { createdAt: true },
  })
  return mayMailAgain(earlier, now) ? null : 'mail-limit'
}
