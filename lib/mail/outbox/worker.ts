import { type Interval, runLoop } from '#lib/process/run-loop.ts'
import type { MailTransport } from '../message.ts'
import { claimBatch } from './claim-batch.ts'
import { sendBatch } from './send-batch.ts'

/** Concurrent calls of one instance: a slow provider does not lower the rate. */
const MOST_CALLS_UNDER_WAY = 8

/**
 * Sends the outbox until `signal` is aborted; the promise settles when the calls in flight are answered and
 * claimed batches are released.
 * @param report is called with a sentence when the outbox cannot be read.
 */
export async function runMailWorker(
  transport: MailTransport,
  signal: AbortSignal,
  interval: Interval,
  report: (sentence: string) => void,
) {
  const underWay = new Set<Promise<unknown>>()
  const complain = () => report('The outbox cannot be read: mails wait until the database answers.')
  const sendNext = async () => {
    const claim = await claimBatch(transport)
    if (!('batchId' in claim)) return Math.min(claim.waitMs ?? interval.ms, interval.ms)
    const sending = sendBatch(transport, claim, signal)
      .catch(complain)
      .finally(() => underWay.delete(sending))
    underWay.add(sending)
    if (underWay.size >= MOST_CALLS_UNDER_WAY) await Promise.race(underWay)
    return 0
  }
  await runLoop(signal, interval, sendNext, complain)
  await Promise.all(underWay)
}
