import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { newConfirmationLink } from './confirmation-link.ts'
import { emailKey } from './email-address.ts'
import { mayMailAgain } from './mail-limits.ts'
import { mailTime } from './mail-pace.ts'
import { searchKey } from './search-key.ts'
import type { SignatureDetails } from './signature-details.ts'
import { mayTryAgain } from './suppression.ts'
import { isOnPaperAlone } from './take-place-of-paper.ts'

/** Every address alike: whether it is new, waiting or confirmed is told by e-mail only. */
export type SignLetterOutcome = { outcome: 'accepted' }

/**
 * Takes a signature. The row, its link and its mail are written in one transaction; the mail is
 * sent later by the outbox. An address has one signature: giving it again while it waits sends a new
 * link within CONFIRMATION_MAIL_LIMITS, and once it is confirmed at most one mail that says so.
 * Who has signed on paper alone is asked like anyone who waits. An address whose owner wants no mail
 * gets none, and no row, and so does one whose mails bounced (mayTryAgain); one whose signature an organiser removed gets none either.
 * @param clientAddress who sent the form: where many come from one network, their mails go later.
 */
export async function signLetter(
  details: SignatureDetails,
  now = new Date(),
  clientAddress?: string,
): Promise<SignLetterOutcome> {
  const key = emailKey(details.email)
  await database.$transaction(async transaction => {
    if (!(await mayTryAgain(transaction, details.email, now))) return
    const signature = await claimSignature(transaction, key, details, now)
    const earlier = await transaction.mail.findMany({
      where: { signatureId: signature.id },
      select: { kind: true, createdAt: true },
    })
    if (signature.status === 'removed') return
    if (signature.status !== 'pending' && !isOnPaperAlone(signature)) {
      if (!earlier.some(mail => mail.kind === 'already_signed')) {
        const time = await mailTime(transaction, { clientAddress, email: details.email }, now)
        await transaction.mail.create({
          data: { kind: 'already_signed', signatureId: signature.id, createdAt: now, ...time },
        })
      }
      return
    }
    const asked = earlier.filter(mail => mail.kind === 'confirm' || mail.kind === 'reminder')
    if (mayMailAgain(asked, now)) {
      await askToConfirm(transaction, signature.id, details, now, clientAddress)
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
  details: SignatureDetails,
  now: Date,
) {
  return transaction.signature.upsert({
    where: { emailKey: key },
    create: { ...details, emailKey: key, searchKey: searchKey(details), submittedAt: now },
    update: { emailKey: key },
    select: { id: true, status: true, paperBatchId: true },
  })
}

async function askToConfirm(
  transaction: Prisma.TransactionClient,
  signatureId: string,
  details: SignatureDetails,
  now: Date,
  clientAddress?: string,
) {
  const link = newConfirmationLink(now)
  await transaction.confirmationLink.create({ data: { ...link, signatureId, details } })
  const time = await mailTime(transaction, { clientAddress, email: details.email }, now)
  await transaction.mail.create({
    data: { kind: 'confirm', signatureId, linkId: link.id, createdAt: now, ...time },
  })
}
