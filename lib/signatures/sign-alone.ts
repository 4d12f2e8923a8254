import { database } from '#lib/database/client.ts'
import type { Prisma, Signature } from '#lib/database/types.ts'
import { type AskingMail, mayAskAgain } from '#lib/suppression/mail-limits.ts'
import { mayTryAgain } from '#lib/suppression/suppression.ts'
import { emailKey } from '#lib/text/email-address.ts'
import { searchKey } from '#lib/text/search-key.ts'
import { findErased } from './erased-addresses.ts'
import { keepFormAndAsk, keepFormWithoutMail } from './keep-form.ts'
import { type MailRequest, type MailTurn, mailTime } from './mail-pace.ts'
import { lockSignatureOf } from './queries/signatures.ts'
import { isOnPaperAlone } from './replace-paper-signature.ts'
import { columnsOf, readDetails, type SignatureDetails } from './signature-details.ts'

/** One outcome for every address: whether it is new, pending or confirmed is told by e-mail only. */
export type SignLetterOutcome = { outcome: 'accepted' }

/** Origin of a form. */
export type SentFrom = {
  /** Network address of who sent it: where many come from one network, their mails go later. */
  clientAddress?: string
  /** The turn that was taken for its mail already. */
  turn?: MailTurn
  /** Hash of the secret that the form's browser keeps; null for one that keeps none. */
  browserHash?: string | null
  /** Whether the letter is in preview. */
  isTrial?: boolean
}

/** One form that was sent. */
export type SignRequest = { details: SignatureDetails; now: Date; from: SentFrom }

/** Takes a signature in a transaction of its own, by the rules of `signWithin`. */
export async function signAlone(request: SignRequest): Promise<SignLetterOutcome> {
  await database.$transaction(transaction => signWithin(transaction, request))
  return { outcome: 'accepted' }
}

/**
 * Takes a signature, whatever is known of its address. An address has one signature: while that waits, each form is
 * kept for its owner to choose, and brings a new mail within the limits of mail-limits.ts; once it is confirmed
 * at most one mail says so. Who has signed on paper alone is asked like anyone who waits. An address whose owner
 * wants no mail gets none, and no row, and so does one whose mails bounced (mayTryAgain); one whose
 * signature an organiser removed gets none either. Resolves to whether a mail was written.
 */
export async function signWithin(
  transaction: Prisma.TransactionClient,
  { details, now, from }: SignRequest,
): Promise<boolean> {
  const { clientAddress, turn, browserHash = null, isTrial = false } = from
  const key = emailKey(details.email)
  const request = { email: details.email, clientAddress, turn }
  if (!(await mayTryAgain(transaction, details.email, now))) return false
  const erased = await findErased(transaction, details.email)
  if (erased?.status === 'removed') return false
  if (erased) return tellOnce(transaction, erased.id, request, now, true)
  const signature = await claimSignature(transaction, key, { ...details, isTrial }, now)
  if (signature.status === 'removed') return false
  if (signature.status !== 'pending' && !isOnPaperAlone(signature))
    return tellOnce(transaction, signature.id, request, now)
  const asked = await mailsThatAsked(transaction, signature.id)
  const form = { details, browserHash }
  if (!mayAskAgain(asked, details.networkHash, now)) {
    await keepFormWithoutMail(transaction, signature.id, form, now)
    return false
  }
  await keepFormAndAsk(transaction, signature.id, form, now, from)
  return true
}

/**
 * The one row of this address, made now if there is none, and locked: forms sent at the same time take their turns.
 * The unique constraint decides. A row that is there is not written, as a group that has its address would wait for
 * that, and its answers would tell so.
 */
async function claimSignature(
  transaction: Prisma.TransactionClient,
  key: string,
  details: SignatureDetails & { isTrial: boolean },
  now: Date,
): Promise<Pick<Signature, 'id' | 'status' | 'paperBatchId'>> {
  const row = {
    ...columnsOf(details),
    emailKey: key,
    searchKey: searchKey(details),
    submittedAt: now,
  }
  await transaction.signature.createMany({ data: [row], skipDuplicates: true })
  const claimed = await lockSignatureOf(transaction, key)
  return claimed ?? claimSignature(transaction, key, details, now)
}

/** "You have already signed", the first time; to the address as typed where the signature holds none any more. */
async function tellOnce(
  transaction: Prisma.TransactionClient,
  signatureId: string,
  request: MailRequest,
  now: Date,
  isErased = false,
): Promise<boolean> {
  const mail = { kind: 'already_signed', signatureId } as const
  if (await transaction.mail.findFirst({ where: mail, select: { id: true } })) return false
  const time = await mailTime(transaction, request, now)
  await transaction.mail.create({
    data: { ...mail, createdAt: now, ...time, ...(isErased && { recipient: request.email }) },
  })
  return true
}

/** Automatic reminders count for the address alone. */
async function mailsThatAsked(
  transaction: Prisma.TransactionClient,
  signatureId: string,
): Promise<AskingMail[]> {
  const mails = await transaction.mail.findMany({
    where: { signatureId, kind: { in: ['confirm', 'reminder'] } },
    select: { kind: true, createdAt: true, link: { select: { details: true } } },
  })
  return mails.map(({ kind, createdAt, link }) => ({
    createdAt,
    networkHash: kind === 'confirm' && link?.details ? readDetails(link.details).networkHash : null,
  }))
}
