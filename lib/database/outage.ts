import { processSingleton } from '#lib/process/process-singleton.ts'

/** What is known of the database's health; by nothing else than lib/database/heartbeat.ts. */
export type Outage = {
  /** Since when it has not answered, as Date.now() counts; undefined while it does. */
  since?: number | undefined
  /** When it last came back. */
  endedAt: number
  /** When somebody who reads was last told nothing. */
  failedAt: number
  /** Called as soon as it does not answer. */
  listeners: Set<() => void>
}

/** A database that does not answer for so long is asked nothing more until it does. */
const CUT_OFF_AFTER_MS = 3_000

/** The outage of this process's database, or the end of the last one. */
export const outage = processSingleton(
  'outage',
  (): Outage => ({ endedAt: 0, failedAt: 0, listeners: new Set() }),
)

/** Whether it does not answer just now: readers see what was known last. */
export function isDatabaseSilent() {
  return outage.since !== undefined
}

/** Whether it has been silent for so long that nobody should wait for it (a circuit breaker). */
export function isDatabaseCutOff() {
  return outage.since !== undefined && Date.now() - outage.since >= CUT_OFF_AFTER_MS
}
