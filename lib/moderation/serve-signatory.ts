import type { Organiser } from '#lib/access/organiser.ts'
import type { Prisma, Signature } from '#lib/database/types.ts'
import { keepFormAndAsk } from '#lib/signatures/keep-form.ts'
import { isAnyConfirmingOpen } from '#lib/signatures/late-confirmation.ts'
import { eraseSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { readDetails } from '#lib/signatures/signature-details.ts'
import { unsubscribe } from '#lib/signatures/stop-broadcasts.ts'
import { waitingFor } from '#lib/signatures/waiting-forms.ts'
import { mayMailAgain } from '#lib/suppression/mail-limits.ts'
import { isSuppressed } from '#lib/suppression/suppression.ts'
import { type ActOutcome, actOnSignature, type ReadSignature } from './act-on-signature.ts'

/**
 * Outcome of asking once more. `mail-limit`: the address has had as many mails as it may; `suppressed`: it is not
 * written to.
 */
export type AskAgainOutcome = ActOutcome | { outcome: 'mail-limit' | 'suppressed' }

/**
 * Mails the request to confirm once more, for a signatory who says that she got none: her newest form, with a new
 * link and a new code, within the limits of mails to one address.
 */
export async function askToConfirmAgain(
  organiser: Organiser,
  read: ReadSignature,
  now = new Date(),
): Promise<AskAgainOutcome> {
  let refusal: 'mail-limit' | 'suppressed' | null = null
  const result = await actOnSignature(organiser, read, {
    kind: 'confirmation-sent-again',
    act: async (transaction, signature) => {
      const form = await newestForm(transaction, signature, now)
      if (!form?.details || !(await isAnyConfirmingOpen(now))) return false
      refusal = await whyNoMail(transaction, signature, now)
      if (refusal) return false
      const { browserHash } = form
      const sent = { details: readDetails(form.details), browserHash }
      await keepFormAndAsk(transaction, signature.id, sent, now)
      return true
    },
  })
  return refusal ? { outcome: refusal } : result
}

/** Unsubscribes a signatory from the news who asks an organiser for it. */
export function stopNews(organiser: Organiser, read: ReadSignature) {
  return actOnSignature(organiser, read, {
    kind: 'signatory-unsubscribed',
    act: (transaction, { id }) => unsubscribe(transaction, id, { organiserId: organiser.id }),
  })
}

/**
 * Erases a signatory’s data for her (GDPR, article 17): what her own withdrawal erases, and no more. Whoever read
 * something else of it meanwhile reads it again first.
 */
export function eraseSignatoryData(organiser: Organiser, read: ReadSignature, now = new Date()) {
  return actOnSignature(organiser, read, {
    kind: 'signatory-data-erased',
    act: (transaction, { id }) => eraseSignature(transaction, id, 'erase', now, organiser.id),
  })
}

function newestForm(transaction: Prisma.TransactionClient, signature: Signature, now: Date) {
  if (signature.status !== 'pending') return null
  return transaction.confirmationLink.findFirst({
    where: waitingFor(signature.id, now),
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
  })
}

async function whyNoMail(transaction: Prisma.TransactionClient, signature: Signature, now: Date) {
  const { id, emailKey } = signature
  if (!emailKey || (await isSuppressed(transaction, emailKey, now))) return 'suppressed'
  const earlier = await transaction.mail.findMany({
    where: { signatureId: id, kind: { in: ['confirm', 'reminder'] } },
    select: { createdAt: true },
  })
  return mayMailAgain(earlier, now) ? null : 'mail-limit'
}
