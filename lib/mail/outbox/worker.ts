import { setTimeout as wait } from 'node:timers/promises'
import type { MailTransport } from '../message.ts'
import { claimBatch } from './claim-batch.ts'
import { sendBatch } from './send-batch.ts'

const LOOK_AGAIN_MS = 500
const LOOK_AGAIN_AFTER_TROUBLE_MS = 5_000

/** So many calls of one instance may be under way: a provider that is slow does not lower the rate. */
const MOST_CALLS_UNDER_WAY = 8

/**
 * Sends the outbox until `signal` is aborted; the promise settles when the calls under way are answered
 * and what was only claimed is given back.
 * @param report is called with a sentence when the outbox cannot be read.
 */
export async function runMailWorker(
  door: MailTransport,
  signal: AbortSignal,
  report: (sentence: string) => void,
) {
  const underWay = new Set<Promise<unknown>>()
  const complain = () => {
    report('The outbox cannot be read: mails wait until the database answers.')
    return 'trouble' as const
  }
  while (!signal.aborted) {
    const claim = await claimBatch(door).catch(complain)
    if (claim === 'trouble') {
      await pause(LOOK_AGAIN_AFTER_TROUBLE_MS, signal)
    } else if ('batchId' in claim) {
      const sending = sendBatch(door, claim, signal)
        .catch(complain)
        .finally(() => underWay.delete(sending))
      underWay.add(sending)
      if (underWay.size >= MOST_CALLS_UNDER_WAY) await Promise.race(underWay)
    } else {
      await pause(Math.min(claim.waitMs ?? LOOK_AGAIN_MS, LOOK_AGAIN_MS), signal)
    }
  }
  await Promise.all(underWay)
}

async function pause(ms: number, signal: AbortSignal) {
  await wait(ms, undefined, { signal }).catch(() => undefined)
}
