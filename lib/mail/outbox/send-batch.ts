import { database } from '#lib/database/client.ts'
import { logEvent } from '#lib/log/log.ts'
import { mails } from '#lib/monitoring/metrics.ts'
import { UnknownKey } from '#lib/security/keys.ts'
import type { Answer, MailTransport, Message } from '../message.ts'
import { databaseTimeIn } from '../queries/database-clock.ts'
import type { Claim } from './claim-batch.ts'
import { completeBatch } from './complete-batch.ts'
import { loadBatch, renderBatch } from './render-batch.ts'
import { noteAtThrottle } from './throttle.ts'

/**
 * Renders a claimed batch, sends it and records the result; once `signal` is aborted it is released instead.
 * Resolves to the number of mails.
 */
export async function sendBatch(
  transport: MailTransport,
  { batchId, attempt }: Extract<Claim, { batchId: string }>,
  signal?: AbortSignal,
) {
  const messages = await messagesOf(batchId, attempt)
  if (messages === null) return 0
  if (signal?.aborted) {
    await giveBack(batchId, attempt)
    return 0
  }
  const answer = messages.length > 0 ? await send(transport, batchId, messages) : null
  if (!answer) return 1
  logFailures(answer)
  countResults(answer)
  await completeBatch({ batchId, attempt, messages }, answer)
  await noteAtThrottle(answer)
  return messages.length
}

/**
 * Messages of the batch; null if they cannot be decrypted. A batch that was rendered under a secret of another
 * instance is left to that one, or to the next start.
 */
async function messagesOf(batchId: string, attempt: number) {
  if (attempt === 1) return renderBatch(batchId)
  try {
    return await loadBatch(batchId)
  } catch (error) {
    if (error instanceof UnknownKey) return null
    const code = 'cannot_decrypt'
    await completeBatch(
      { batchId, attempt, messages: [] },
      { outcome: 'refused', reason: 'used', code },
    )
    return null
  }
}

function countResults(answer: Answer) {
  if (answer.outcome !== 'answered') return mails.inc({ result: 'call-failed' })
  for (const { outcome } of answer.deliveries) mails.inc({ result: outcome })
}

/** Logged by codes, never by the provider's texts: those may hold an address. */
function logFailures(answer: Answer) {
  const { outcome } = answer
  if (outcome !== 'answered')
    return logEvent('mail-provider-failed', { outcome, code: answer.code })
  const codes = answer.deliveries.flatMap(mail => (mail.outcome === 'refused' ? [mail.code] : []))
  for (const code of new Set(codes)) {
    logEvent('mail-refused', { code, mails: codes.filter(each => each === code).length })
  }
}

/** A transport that throws counts as unanswered. */
function send(transport: MailTransport, id: string, messages: Message[]): Promise<Answer> {
  return Promise.resolve(transport.send({ id, messages })).catch(() => ({
    outcome: 'unanswered',
    code: 'no_answer',
  }))
}

/** Releases a claimed batch to any worker. A batch that was never sent is deleted. */
async function giveBack(batchId: string, attempt: number) {
  const data =
    attempt === 1
      ? { payload: null, attempts: 0, firstTriedAt: null }
      : { attempts: { decrement: 1 } }
  await database.mailBatch.updateMany({
    where: { id: batchId, status: 'open', attempts: attempt },
    data: { ...data, nextAttemptAt: await databaseTimeIn(database, 0) },
  })
}
