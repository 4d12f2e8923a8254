import { Prisma, type Signature } from '#lib/database/types.ts'
import { newConfirmationLink } from '#lib/signatures/confirmation-link.ts'
import { findErased } from '#lib/signatures/erased-addresses.ts'
import { keepFormAndAsk, type SentForm } from '#lib/signatures/keep-form.ts'
import { isAnyConfirmingOpen } from '#lib/signatures/late-confirmation.ts'
import { readDetails, type SignatureDetails } from '#lib/signatures/signature-details.ts'
import { emailKey } from '#lib/text/email-address.ts'
import { searchKey } from '#lib/text/search-key.ts'
import { newestForm, whyNoMail } from './newest-form.ts'

/** What an organiser may correct; statements and wishes are their author's alone. */
export const TYPO_FIELDS = ['name', 'organisation', 'role', 'category', 'country'] as const

/** What of a form may be corrected for its owner, who still has to confirm it; of the others nothing. */
export type PendingCorrection = Pick<SignatureDetails, (typeof TYPO_FIELDS)[number]> & {
  /** Address, where it is another one. */
  email?: string | undefined
}

/** Why a correction may not be: the new address has a signature already, or no mail may go there. */
export type PendingRefusal = 'address-known' | 'mail-limit' | 'suppressed'

/** Fields that changed; a refusal; null where nothing waits that could be corrected. */
export type PendingOutcome =
  | { changed: (keyof PendingCorrection)[] }
  | { refusal: PendingRefusal }
  | null

/**
 * Corrects what waits for its owner to confirm it. A form of its own takes the place of all that waited, so that a page
 * that still shows the one before confirms nothing. Mails that went out lead to it; with another address they lead
 * nowhere any more, and it is asked there, within the limits of mails. Of the newest form that waited only what was
 * corrected changes: the organiser saw the first.
 */
export async function correctPending(
  transaction: Prisma.TransactionClient,
  signature: Signature,
  correction: PendingCorrection,
  now: Date,
): Promise<PendingOutcome> {
  const form = await newestForm(transaction, signature, now)
  if (!form?.details) return null
  const wished = { ...correction, email: correction.email ?? signature.email }
  const changed = FIELDS.filter(field => wished[field] !== signature[field])
  if (changed.length === 0) return null
  const corrected = Object.fromEntries(changed.map(field => [field, wished[field]]))
  const after = { ...readDetails(form.details), ...(corrected as Partial<Corrected>) }
  const hasMoved = emailKey(after.email) !== signature.emailKey
  if (hasMoved && !(await isAnyConfirmingOpen(now))) return null
  const refusal = hasMoved && (await whyNotThere(transaction, signature, after.email, now))
  if (refusal) return { refusal }
  await endForms(transaction, signature.id, hasMoved, now)
  await writeRow(transaction, signature.id, after)
  const sent = { details: after, browserHash: form.browserHash }
  if (hasMoved) await keepFormAndAsk(transaction, signature.id, sent, now)
  else await keepInPlace(transaction, signature.id, sent, form)
  return { changed }
}

const FIELDS = [...TYPO_FIELDS, 'email'] as const

type Corrected = Pick<SignatureDetails, (typeof FIELDS)[number]>

async function whyNotThere(
  transaction: Prisma.TransactionClient,
  signature: Signature,
  email: string,
  now: Date,
): Promise<PendingRefusal | null> {
  const key = emailKey(email)
  const other = await transaction.signature.findUnique({ where: { emailKey: key } })
  if (other || (await findErased(transaction, email))) return 'address-known'
  return whyNoMail(transaction, { id: signature.id, emailKey: key }, now)
}

/** No form waits any more; where the address was wrong, no mail that went there confirms anything. */
async function endForms(
  transaction: Prisma.TransactionClient,
  signatureId: string,
  hasMoved: boolean,
  now: Date,
) {
  await transaction.confirmationLink.deleteMany({ where: { signatureId, isMailed: false } })
  await transaction.confirmationLink.updateMany({
    where: { signatureId },
    data: { details: Prisma.DbNull, browserHash: null, ...(hasMoved && { expiresAt: now }) },
  })
  if (!hasMoved) return
  await transaction.mail.deleteMany({
    where: { signatureId, kind: { in: ['confirm', 'reminder'] }, status: 'waiting' },
  })
}

async function writeRow(
  transaction: Prisma.TransactionClient,
  id: string,
  { email, name, organisation, role, category, country }: SignatureDetails,
) {
  await transaction.signature.update({
    where: { id },
    data: {
      email,
      emailKey: emailKey(email),
      name,
      organisation,
      role,
      category,
      country,
      searchKey: searchKey({ name, organisation }),
    },
  })
}

/** It ends when the one ends that it takes the place of. */
async function keepInPlace(
  transaction: Prisma.TransactionClient,
  signatureId: string,
  form: SentForm,
  { submittedAt, expiresAt }: { submittedAt: Date; expiresAt: Date },
) {
  const link = { ...newConfirmationLink(submittedAt), expiresAt }
  await transaction.confirmationLink.create({
    data: { ...link, ...form, signatureId, isMailed: false, submittedAt },
  })
}
