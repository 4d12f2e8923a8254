import { MINUTE_MS } from '#lib/time/time-spans.ts'
import type { MailPace } from './rate-limits.ts'

/** So many keys may be kept before those that are at rest are forgotten, once a minute. */
const TIDY_FROM_KEYS = 10_000

/**
 * Keeps things at a pace: each is given the moment when its turn is, by the generic cell rate algorithm
 * (ITU-T I.371, annex A), so that a key is one number, whatever it has been through. Kept in memory, of
 * one process: another store of the same two functions takes its place here.
 */
export function makePacer() {
  /** For each key the moment, in milliseconds, when all that was taken will have had its turn. */
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
    /** Gives a turn back: what took it was wished for. */
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
