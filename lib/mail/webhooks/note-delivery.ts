import { database } from '#lib/database/client.ts'
import type { MailDelivery, Prisma, SuppressionReason } from '#lib/database/types.ts'
import { BRAKES, mayAct } from '#lib/signatures/trust/brakes.ts'
import { suppressAddress } from '#lib/suppression/suppression.ts'
import { isAskedByStrangers } from '../outbox/importance.ts'
import { readQuotaUse } from '../outbox/quotas.ts'
import { moveDelivery } from '../queries/mails.ts'
import { recipientOf } from '../recipient.ts'
import type { DeliveryEvent } from './delivery-event.ts'
import { noteArrival, noteSoftBounce } from './soft-bounces.ts'

/** Events that suppress an address. A confirmed signature stays: its owner had the mail. */
const SUPPRESSES = new Map<MailDelivery, SuppressionReason>([
  ['bounced', 'bounced'],
  ['suppressed', 'bounced'],
  ['complained', 'complained'],
])

/** Events that begin a pause of an address, and end it. */
const PAUSES = new Map<MailDelivery, typeof noteSoftBounce>([
  ['soft_bounced', noteSoftBounce],
  ['delivered', noteArrival],
])

/**
 * Records a delivery event of the provider. `eventId` makes it idempotent. Resolves to 'ignored' for a mail
 * that is not ours, or no longer.
 */
export async function noteDelivery(eventId: string, event: DeliveryEvent) {
  const mail = await findMail(event)
  if (!mail) return 'ignored'
  const { kind, code, at } = event
  return database.$transaction(async transaction => {
    const { count } = await transaction.mailEvent.createMany({
      data: { id: eventId, mailId: mail.id, kind, code, at },
      skipDuplicates: true,
    })
    if (count === 0) return 'repeated'
    await moveOn(transaction, mail.id, event)
    const reason = SUPPRESSES.get(kind)
    const { to } = recipientOf(mail)
    // Of a change the new address is not yet the one that the signature holds.
    const signatureId = mail.kind === 'address_new' ? null : mail.signatureId
    if (reason && to) await suppressAddress(transaction, to, reason, signatureId)
    if (to) await PAUSES.get(kind)?.(transaction, { to, signatureId, at })
    if (reason === 'bounced' && isAskedByStrangers(mail.kind))
      await countBounce(transaction, mail.id)
    return 'noted'
  })
}

/**
 * Resend may close an account from which 4 % of mails bounce, without a warning
 * (https://resend.com/legal/acceptable-use): before that, the site slows down.
 */
const MOST_BOUNCES_SHARE = 0.03

/** More and more bounces where few go out mean that somebody types addresses that do not exist. */
async function countBounce(transaction: Prisma.TransactionClient, mailId: string) {
  const uses = await readQuotaUse(undefined, transaction)
  const sent = uses.find(({ window }) => window === 'hour')?.used ?? 0
  const most = Math.max(BRAKES['mail-bounces'].acts, Math.floor(sent * MOST_BOUNCES_SHARE))
  await mayAct(transaction, { name: 'mail-bounces', subject: mailId, now: new Date(), most })
}

/** The tag is there before we know the provider's id: an event may be quicker than the answer. */
function findMail({ mailId, providerId }: DeliveryEvent) {
  return database.mail.findFirst({
    where: mailId ? { id: mailId } : { providerId },
    include: {
      signature: true,
      link: true,
      organiser: true,
      newAddress: true,
      addressChange: true,
    },
  })
}

/**
 * Forward only, by the order of MailDelivery: the news of an earlier moment may come later. A mail
 * whose answer got lost was sent after all, and one that the provider gave up is given up.
 */
async function moveOn(
  transaction: Prisma.TransactionClient,
  id: string,
  { kind, at, providerId }: DeliveryEvent,
) {
  await moveDelivery(transaction, id, { kind, at, providerId })
  if (kind === 'failed') {
    await transaction.mail.updateMany({
      where: { id, delivery: 'failed', status: { in: ['sent', 'sending', 'unknown'] } },
      data: { status: 'failed', lastError: 'failed_after_acceptance' },
    })
    return
  }
  await transaction.mail.updateMany({
    where: { id, status: { in: ['sending', 'unknown'] } },
    data: { status: 'sent', sentAt: at, lastError: null },
  })
}
