import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { isBrakeOn } from '#lib/signatures/trust/brakes.ts'
import type { MailTransport } from '../message.ts'
import { dissolveUnmade, giveUpUnanswered, lockLostBatch, readDue } from '../queries/batches.ts'
import { databaseTimeIn } from '../queries/database-clock.ts'
import { countMails } from '../queries/quotas.ts'
import { type DueMail, findDueMails, gatherMails } from './gather-mails.ts'
import { type MailQuotas, mailQuotas, readQuotaUse, roomLeft } from './quotas.ts'
import { IDEMPOTENCY_WINDOW_HOURS } from './retry.ts'
import { holdThrottle, passThrottle } from './throttle.ts'

/** Lease of a claimed batch: after it the worker counts as dead and the batch is claimed again. */
const CLAIM_LASTS_MS = 45_000

/** The next batch to send, or the milliseconds to wait (null: the outbox is empty). */
export type Claim = { batchId: string; attempt: number } | { waitMs: number | null }

/**
 * Claims the next batch for this worker: one whose answer was lost, or a new one of the most important due
 * mails. Throttle, quotas and circuit breaker are checked in the same transaction, under one lock, so that all
 * instances together respect them.
 */
export async function claimBatch(transport: MailTransport, quotas = mailQuotas()): Promise<Claim> {
  const due = await readDue()
  if (!due.hasMails && !due.hasBatches) return { waitMs: null }
  return database.$transaction(async transaction => {
    const waitMs = await holdThrottle(transaction)
    if (waitMs > 0) return { waitMs }
    const lost = due.hasBatches ? await findLostBatch(transaction) : undefined
    const claim = await claimNext(transaction, transport, quotas, lost)
    if ('batchId' in claim) await passThrottle(transaction, transport.callsPerSecond)
    return claim
  })
}

/** The batch whose answer was lost; what its worker never made is released, what waited too long is given up. */
async function findLostBatch(transaction: Prisma.TransactionClient) {
  await dissolveUnmade(transaction)
  await giveUpUnanswered(transaction, IDEMPOTENCY_WINDOW_HOURS)
  return lockLostBatch(transaction)
}

async function claimNext(
  transaction: Prisma.TransactionClient,
  transport: MailTransport,
  quotas: MailQuotas,
  lost: Awaited<ReturnType<typeof lockLostBatch>>,
): Promise<Claim> {
  const isBraked = await isBrakeOn('mail-bounces', new Date(), transaction)
  const room = roomLeft(await readQuotaUse(quotas, transaction), isBraked)
  const all = Math.min(transport.mostMessages, room.all)
  const due = await findDueMails(transaction, { ...room, all })
  const [first] = due
  if (lost && (!first || lost.importance <= first.importance))
    return claimAgain(transaction, lost.id)
  return first ? claimNew(transaction, first, due) : { waitMs: null }
}

async function claimAgain(transaction: Prisma.TransactionClient, id: string): Promise<Claim> {
  const { attempts } = await transaction.mailBatch.update({
    where: { id },
    data: {
      attempts: { increment: 1 },
      nextAttemptAt: await databaseTimeIn(transaction, CLAIM_LASTS_MS),
    },
    select: { attempts: true },
  })
  await transaction.mail.updateMany({
    where: { batchId: id, status: 'sending' },
    data: { attempts: { increment: 1 } },
  })
  return { batchId: id, attempt: attempts }
}

async function claimNew(
  transaction: Prisma.TransactionClient,
  first: DueMail,
  due: DueMail[],
): Promise<Claim> {
  const mails = gatherMails(first, due)
  const { id } = await transaction.mailBatch.create({
    data: {
      importance: first.importance,
      size: mails.length,
      nextAttemptAt: await databaseTimeIn(transaction, CLAIM_LASTS_MS),
    },
    select: { id: true },
  })
  await transaction.mail.updateMany({
    where: { id: { in: mails.map(mail => mail.id) } },
    data: { status: 'sending', batchId: id, attempts: { increment: 1 } },
  })
  await countMails(transaction, mails.length)
  return { batchId: id, attempt: 1 }
}
