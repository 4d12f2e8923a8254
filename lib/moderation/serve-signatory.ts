import type { Organiser } from '#lib/access/organiser.ts'
import { keepFormAndAsk } from '#lib/signatures/keep-form.ts'
import { isAnyConfirmingOpen } from '#lib/signatures/late-confirmation.ts'
import { eraseSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { readDetails } from '#lib/signatures/signature-details.ts'
import { unsubscribe } from '#lib/signatures/stop-broadcasts.ts'
import { type ActOutcome, actOnSignature, type ReadSignature } from './act-on-signature.ts'
import { newestForm, whyNoMail } from './newest-form.ts'

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
