import { MINUTE_MS } from '#lib/time/time-spans.ts'
import type { MailPace } from './rate-limits.ts'

/** Keys above which idle ones are removed, once a minute. */
const TIDY_FROM_KEYS = 10_000

/**
 * Pacer by the generic cell rate algorithm (ITU-T I.371, annex A): each item gets the time of its turn, and a
 * key costs one number. In memory of one process: a shared store of the same two functions can replace it.
 */
export function makePacer() {
  /** Theoretical arrival time of each key, in milliseconds. */
  const busyUntil = new Map<string, number>()
  let tidiedAtMs = 0

  return {
    /** Takes a turn under a key. Resolves to when it is, in milliseconds: `nowMs` or later. */
    take(key: string, { atOnce, perMinute }: MailPace, nowMs: number) {
      tidy(nowMs)
      const stepMs = MINUTE_MS / perMinute
      const startMs = Math.max(busyUntil.get(key) ?? 0, nowMs)
      busyUntil.set(key, startMs + stepMs)
      return Math.max(nowMs, startMs - (atOnce - 1) * stepMs)
    },
    /** Gives a turn back that was not needed, or was wanted by its recipient. */
    giveBack(key: string, { perMinute }: MailPace) {
      const known = busyUntil.get(key)
      if (known) busyUntil.set(key, known - MINUTE_MS / perMinute)
    },
    /** How many keys are known. */
    keys: () => busyUntil.size,
  }

  function tidy(nowMs: number) {
    if (busyUntil.size < TIDY_FROM_KEYS || nowMs - tidiedAtMs < MINUTE_MS) return
    tidiedAtMs = nowMs
    for (const [key, moment] of busyUntil) if (moment <= nowMs) busyUntil.delete(key)
  }
}
