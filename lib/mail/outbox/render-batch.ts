import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzipSync, gzip } from 'node:zlib'
import { readCampaignRun } from '#lib/campaign/campaign-run.ts'
import {
  type Closing,
  closingMoment,
  confirmationDeadline,
  isCountFinal,
} from '#lib/campaign/confirmation-deadline.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma, SuppressionReason } from '#lib/database/types.ts'
import { decrypt, encrypt } from '#lib/security/encryption.ts'
import { suppressionReasons } from '#lib/suppression/suppression.ts'
import { compose } from '../compose.ts'
import { type QueuedMail, TO_COMPOSE } from '../mail-to-compose.ts'
import type { Message } from '../message.ts'
import { databaseTimeIn } from '../queries/database-clock.ts'
import { uncountMails } from '../queries/quotas.ts'
import { recipientOf } from '../recipient.ts'
import { dropStale } from './drop-stale.ts'
import { asksToConfirm, isStale } from './is-stale.ts'
import { waitBeforeRetry } from './retry.ts'

type MailToRender = QueuedMail & { confirmUntil?: Date }

/** Purpose of the encryption key; stored batches are encrypted under it, so its name stays. */
export const MAIL_BATCH_PURPOSE = 'mail-parcel'

/**
 * Renders the messages of a new batch and stores them, encrypted, before the first call: a retry is identical
 * to the byte, whatever was changed or deployed since. Stale mails and suppressed addresses are dropped.
 * Resolves to no message if none is left or the batch is gone.
 */
export async function renderBatch(batchId: string): Promise<Message[]> {
  const claimed = await database.mail.findMany({
    where: { batchId, status: 'sending' },
    include: TO_COMPOSE,
    orderBy: { id: 'asc' },
  })
  const run = await readCampaignRun()
  const now = new Date()
  const isFinal = isCountFinal(run, now)
  const mails = claimed.filter(mail => !isStale(mail, isFinal))
  const reasons = await suppressionReasons(database, mails.map(addressOf))
  const isMailable = (mail: QueuedMail) => mayMail(mail, reasons.get(addressOf(mail)))
  const made = await composeEach(mails.filter(isMailable).map(mail => withDeadline(mail, run, now)))
  const messages = made.flatMap(({ message }) => message ?? [])
  const payload = encrypt(MAIL_BATCH_PURPOSE, await promisify(gzip)(JSON.stringify(messages)))
  return database.$transaction(async transaction => {
    await uncountMails(transaction, batchId, claimed.length - messages.length)
    if (!(await keep(transaction, batchId, payload, messages.length))) return []
    const stale = claimed.filter(mail => isStale(mail, isFinal))
    if (stale.length > 0) await dropStale(transaction, stale)
    const suppressed = mails.filter(mail => !isMailable(mail))
    if (suppressed.length > 0) await suppress(transaction, suppressed)
    for (const { mail, message } of made) {
      if (!message) await putOff(transaction, mail)
    }
    return messages
  })
}

/**
 * Loads the rendered messages of a batch.
 * @throws UnknownKey if it was rendered under a secret that this process does not have
 */
export async function loadBatch(batchId: string): Promise<Message[]> {
  const { payload } = await database.mailBatch.findUniqueOrThrow({
    where: { id: batchId },
    select: { payload: true },
  })
  return payload
    ? JSON.parse(gunzipSync(decrypt(MAIL_BATCH_PURPOSE, payload)).toString('utf8'))
    : []
}

/** Whether the batch still exists: an expired claim releases its mails. */
async function keep(
  transaction: Prisma.TransactionClient,
  id: string,
  payload: ReturnType<typeof encrypt>,
  size: number,
) {
  const unmade = { id, payload: null }
  const firstTriedAt = await databaseTimeIn(transaction, 0)
  const { count } =
    size === 0
      ? await transaction.mailBatch.deleteMany({ where: unmade })
      : await transaction.mailBatch.updateMany({
          where: unmade,
          data: { payload, size, attempts: 1, firstTriedAt },
        })
  return count > 0
}

async function suppress(transaction: Prisma.TransactionClient, mails: QueuedMail[]) {
  await transaction.mail.updateMany({
    where: { id: { in: mails.map(({ id }) => id) } },
    data: { status: 'suppressed', batchId: null },
  })
}

/** One invalid mail must not hold up the others: it is postponed. */
function addressOf(mail: QueuedMail) {
  try {
    return recipientOf(mail).to
  } catch {
    return ''
  }
}

/**
 * An unsubscribed address gets no mail at all; a bounced or complaining one still gets the magic link that it
 * asks for.
 */
function mayMail({ kind }: QueuedMail, reason: SuppressionReason | undefined) {
  return reason === undefined || (kind === 'magic_link' && reason !== 'unsubscribed')
}

/** A mail that asks to confirm names the true end where closing comes before the end of its link. */
function withDeadline(mail: QueuedMail, run: Closing, now: Date): MailToRender {
  const closedAt = closingMoment(run)
  if (!closedAt || !mail.link || !asksToConfirm(mail)) return mail
  const confirmUntil = confirmationDeadline(closedAt, now)
  return confirmUntil < mail.link.expiresAt ? { ...mail, confirmUntil } : mail
}

/** Yields between mails: rendering a hundred takes a tenth of a second. */
async function composeEach(mails: MailToRender[]) {
  const made: ReturnType<typeof composeIfAble>[] = []
  for (const mail of mails) {
    made.push(composeIfAble(mail))
    await setImmediate()
  }
  return made
}

/** Missing content may be back after the next start. */
function composeIfAble(mail: MailToRender) {
  try {
    return { mail, message: compose(mail) }
  } catch {
    return { mail, message: null }
  }
}

async function putOff(transaction: Prisma.TransactionClient, { id, attempts }: QueuedMail) {
  await transaction.mail.updateMany({
    where: { id },
    data: {
      status: 'waiting',
      batchId: null,
      lastError: 'cannot_compose',
      nextAttemptAt: await databaseTimeIn(transaction, waitBeforeRetry(attempts)),
    },
  })
}
