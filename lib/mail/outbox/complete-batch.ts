import { database } from '#lib/database/client.ts'
import type { MailStatus, Prisma } from '#lib/database/types.ts'
import type { Answer, Delivery, Message, RefusalReason } from '../message.ts'
import { lockOpenBatch } from '../queries/batches.ts'
import { databaseTimeIn } from '../queries/database-clock.ts'
import { markSent } from '../queries/mails.ts'
import { uncountMails } from '../queries/quotas.ts'
import { MOST_ATTEMPTS, waitBeforeRetry } from './retry.ts'

type Handed = { batchId: string; attempt: number; messages: Message[] }
type Refused = Extract<Answer, { outcome: 'refused' }>
type Unanswered = Extract<Answer, { outcome: 'unanswered' }>

/**
 * Records the result of a batch. Accepted mails are accepted, whichever worker sent them; a refusal is ignored
 * once another worker has claimed the batch.
 */
export function completeBatch(handed: Handed, answer: Answer) {
  return database.$transaction(async transaction => {
    if (answer.outcome === 'answered') return settle(transaction, handed, answer.deliveries)
    if (!(await isStillOurs(transaction, handed))) return
    if (answer.outcome === 'unanswered') return askAgain(transaction, handed, answer)
    if (answer.reason === 'used') return giveUp(transaction, handed, answer)
    // An earlier attempt may have been accepted: only a retry with the same idempotency key tells.
    const isDoubtful = handed.attempt > 1 && answer.reason !== 'permanent'
    return isDoubtful
      ? askAgain(transaction, handed, answer)
      : dissolve(transaction, handed, answer)
  })
}

async function settle(
  transaction: Prisma.TransactionClient,
  { batchId, messages }: Handed,
  deliveries: Delivery[],
) {
  const places = messages.map(({ id }, place) => ({ id, delivery: deliveries[place] }))
  const sent = places.flatMap(({ id, delivery }) =>
    delivery?.outcome === 'sent' ? { id, providerId: delivery.providerId ?? null } : [],
  )
  await markSent(transaction, batchId, sent)
  const isBatch = messages.length > 1
  for (const { id, delivery } of places) {
    if (delivery?.outcome !== 'refused') continue
    await transaction.mail.updateMany({
      where: { id, batchId, status: 'sending' },
      data: isBatch ? byItself(delivery.code) : { status: 'failed', lastError: delivery.code },
    })
  }
  await transaction.mailBatch.updateMany({
    where: { id: batchId },
    data: { status: 'answered', payload: null, lastError: null },
  })
}

async function isStillOurs(transaction: Prisma.TransactionClient, { batchId, attempt }: Handed) {
  return (await lockOpenBatch(transaction, batchId)) === attempt
}

async function askAgain(
  transaction: Prisma.TransactionClient,
  { batchId, attempt }: Handed,
  { code, retryAfterMs }: Unanswered | Refused,
) {
  const nextAttemptAt = await databaseTimeIn(transaction, waitBeforeRetry(attempt, retryAfterMs))
  await transaction.mailBatch.update({
    where: { id: batchId },
    data: { nextAttemptAt, lastError: code },
  })
  await transaction.mail.updateMany({
    where: { batchId, status: 'sending' },
    data: { nextAttemptAt, lastError: code },
  })
}

/**
 * The idempotency key was used for other messages: something was accepted under it, and we cannot know what.
 */
async function giveUp(
  transaction: Prisma.TransactionClient,
  { batchId }: Handed,
  { code }: Refused,
) {
  await transaction.mailBatch.update({
    where: { id: batchId },
    data: { status: 'unknown', payload: null, lastError: code },
  })
  await transaction.mail.updateMany({
    where: { batchId, status: 'sending' },
    data: { status: 'unknown', lastError: code },
  })
}

/** Releases the mails of a refused batch; later ones may go before them. */
async function dissolve(
  transaction: Prisma.TransactionClient,
  { batchId, messages }: Handed,
  { code, reason, retryAfterMs = 0 }: Refused,
) {
  const isOneWrong = reason === 'permanent' && messages.length > 1
  const mails = await transaction.mail.findMany({
    where: { batchId, status: 'sending' },
    select: { id: true, attempts: true },
  })
  for (const [attempts, ids] of byAttempts(mails)) {
    const nextAttemptAt = await databaseTimeIn(transaction, waitBeforeRetry(attempts, retryAfterMs))
    const data = isOneWrong
      ? byItself(code)
      : { status: statusAfter(reason, attempts), lastError: code, nextAttemptAt }
    await transaction.mail.updateMany({
      where: { id: { in: ids } },
      data: { ...data, batchId: null },
    })
  }
  await uncountMails(transaction, batchId, mails.length)
  await transaction.mailBatch.delete({ where: { id: batchId } })
}

/** A refused batch does not name the invalid mail; sent individually, the provider says why. */
function byItself(code: string) {
  return { status: 'waiting', sendIndividually: true, batchId: null, lastError: code } as const
}

function statusAfter(reason: RefusalReason, attempts: number): MailStatus {
  const isOver = reason === 'permanent' || (attempts >= MOST_ATTEMPTS && reason !== 'busy')
  return isOver ? 'failed' : 'waiting'
}

function byAttempts(mails: { id: string; attempts: number }[]) {
  const groups = new Map<number, string[]>()
  for (const { id, attempts } of mails) {
    groups.set(attempts, [...(groups.get(attempts) ?? []), id])
  }
  return groups
}
