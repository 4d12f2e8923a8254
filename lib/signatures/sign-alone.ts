import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { type AskingMail, mayAskAgain } from '#lib/suppression/mail-limits.ts'
import { mayTryAgain } from '#lib/suppression/suppression.ts'
import { emailKey } from '#lib/text/email-address.ts'
import { searchKey } from '#lib/text/search-key.ts'
import { findErased } from './erased-addresses.ts'
import { keepFormAndAsk, keepFormWithoutMail } from './keep-form.ts'
import { type MailRequest, mailTime } from './mail-pace.ts'
import { isOnPaperAlone } from './replace-paper-signature.ts'
import { columnsOf, readDetails, type SignatureDetails } from './signature-details.ts'

/** One outcome for every address: whether it is new, pending or confirmed is told by e-mail only. */
export type SignLetterOutcome = { outcome: 'accepted' }

/** Origin of a form. */
export type SentFrom = {
  /** Network address of who sent it: where many come from one network, their mails go later. */
  clientAddress?: string
  /** Hash of the secret that the form's browser keeps; null for one that keeps none. */
  browserHash?: string | null
  /** Whether the letter is in preview. */
  isTrial?: boolean
}

/** One form that was sent. */
export type SignRequest = { details: SignatureDetails; now: Date; from: SentFrom }

/**
 * Takes a signature in a transaction of its own. An address has one signature: while that waits, each form is
 * kept for its owner to choose, and brings a new mail within the limits of mail-limits.ts; once it is confirmed
 * at most one mail says so. Who has signed on paper alone is asked like anyone who waits. An address whose owner
 * wants no mail gets none, and no row, and so does one whose mails bounced (mayTryAgain); one whose
 * signature an organiser removed gets none either.
 */
export async function signAlone({ details, now, from }: SignRequest): Promise<SignLetterOutcome> {
  const { clientAddress, browserHash = null, isTrial = false } = from
  const key = emailKey(details.email)
  await database.$transaction(async transaction => {
    if (!(await mayTryAgain(transaction, details.email, now))) return
    const erased = await findErased(transaction, details.email)
    if (erased) {
      if (erased.status !== 'removed')
        await tellOnce(transaction, erased.id, { email: details.email, clientAddress }, now, true)
      return
    }
    const signature = await claimSignature(transaction, key, { ...details, isTrial }, now)
    if (signature.status === 'removed') return
    if (signature.status !== 'pending' && !isOnPaperAlone(signature)) {
      await tellOnce(transaction, signature.id, { email: details.email, clientAddress }, now)
      return
    }
    const asked = await mailsThatAsked(transaction, signature.id)
    const form = { details, browserHash }
    if (mayAskAgain(asked, details.networkHash, now)) {
      await keepFormAndAsk(transaction, signature.id, form, now, clientAddress)
    } else {
      await keepFormWithoutMail(transaction, signature.id, form, now)
    }
  })
  return { outcome: 'accepted' }
}

/**
 * The one row of this address, made now if there is none. The unique constraint decides, and the
 * update that changes nothing locks the row: forms sent at the same time take their turns.
 */
function claimSignature(
  transaction: Prisma.TransactionClient,
  key: string,
  details: SignatureDetails & { isTrial: boolean },
  now: Date,
) {
  return transaction.signature.upsert({
    where: { emailKey: key },
    create: {
      ...columnsOf(details),
      emailKey: key,
      searchKey: searchKey(details),
      submittedAt: now,
    },
    update: { emailKey: key },
    select: { id: true, status: true, paperBatchId: true },
  })
}

/** "You have already signed", the first time; to the address as typed where the signature holds none any more. */
async function tellOnce(
  transaction: Prisma.TransactionClient,
  signatureId: string,
  request: MailRequest,
  now: Date,
  isErased = false,
) {
  const mail = { kind: 'already_signed', signatureId } as const
  if (await transaction.mail.findFirst({ where: mail, select: { id: true } })) return
  const time = await mailTime(transaction, request, now)
  await transaction.mail.create({
    data: { ...mail, createdAt: now, ...time, ...(isErased && { recipient: request.email }) },
  })
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
