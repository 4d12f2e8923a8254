import { database } from '#lib/database/client.ts'
import { type Interval, runLoop } from '#lib/process/run-loop.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { clearErasedPacks } from './pack-file.ts'
import { claimSnapshot } from './queries.ts'

const CLEAR_EVERY_MS = 10 * MINUTE_MS

/**
 * Makes requested deliveries, one after another, until `signal` is aborted. Safe on several instances: each
 * snapshot is claimed by one, and that of a dead worker is claimed again.
 * @param make freezes and makes one delivery in a process of its own; rejects when it failed
 * @param report is called with a sentence when something could not be done
 */
export async function runDeliveries(
  make: (id: string, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
  interval: Interval,
  report: (sentence: string) => void,
) {
  let cleared = 0
  await runLoop(signal, interval, async () => {
    const id = await claimSnapshot().catch(() => null)
    if (id) {
      await make(id, signal).catch(() => giveUp(id, signal, report))
      return 0
    }
    if (Date.now() - cleared > CLEAR_EVERY_MS) {
      cleared = Date.now()
      await clearErasedPacks().catch(() => report('Old delivery packs could not be cleared away.'))
    }
    return interval.ms
  })
}

/** A stopped delivery waits for the next start, a failed one for an organiser. */
async function giveUp(id: string, signal: AbortSignal, report: (sentence: string) => void) {
  const state = signal.aborted ? 'waiting' : 'failed'
  await database.deliverySnapshot
    .updateMany({ where: { id, state: 'making' }, data: { state, leaseUntil: null } })
    .catch(() => undefined)
  if (!signal.aborted) report(`The delivery pack ${id} could not be made.`)
}
