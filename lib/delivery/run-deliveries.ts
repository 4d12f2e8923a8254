import { setTimeout as wait } from 'node:timers/promises'
import { database } from '#lib/database/client.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { lease } from './make-delivery.ts'
import { clearOldPacks } from './pack-file.ts'
import { claimSnapshot } from './queries.ts'

const LOOK_AGAIN_MS = 1_000
const CLEAR_EVERY_MS = 10 * MINUTE_MS

/**
 * Makes what was asked for, one after another, until `signal` is aborted. Several instances may do so
 * at once: each snapshot is taken by one; that of a process that died is taken up again.
 * @param make freezes and makes one delivery in a process of its own; rejects when it failed
 * @param report is called with a sentence when something could not be done
 */
export async function runDeliveries(
  make: (id: string, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
  report: (sentence: string) => void,
) {
  let cleared = 0
  while (!signal.aborted) {
    const id = await claimSnapshot(lease().leaseUntil).catch(() => null)
    if (id) {
      await make(id, signal).catch(() => giveUp(id, signal, report))
      continue
    }
    if (Date.now() - cleared > CLEAR_EVERY_MS) {
      cleared = Date.now()
      await clearOldPacks().catch(() => report('Old delivery packs could not be cleared away.'))
    }
    await wait(LOOK_AGAIN_MS, undefined, { signal }).catch(() => undefined)
  }
}

/** Stopped half-way it waits for the next start; failed it waits for an organiser. */
async function giveUp(id: string, signal: AbortSignal, report: (sentence: string) => void) {
  const state = signal.aborted ? 'waiting' : 'failed'
  await database.deliverySnapshot
    .updateMany({ where: { id, state: 'making' }, data: { state, leaseUntil: null } })
    .catch(() => undefined)
  if (!signal.aborted) report(`The delivery pack ${id} could not be made.`)
}
