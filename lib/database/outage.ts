import { processSingleton } from '#lib/process/process-singleton.ts'

/** Health of the database, written by lib/database/heartbeat.ts alone. */
export type Outage = {
  /** Start of the outage, as Date.now() counts; undefined while healthy. */
  since?: number | undefined
  /** End of the last outage. */
  endedAt: number
  /** Last time a page got no data. */
  failedAt: number
  /** Called at the start of an outage. */
  listeners: Set<() => void>
}

/** Milliseconds of outage that open the circuit breaker. */
const CUT_OFF_AFTER_MS = 3_000

/** The current or last outage of this process's database. */
export const outage = processSingleton(
  'outage',
  (): Outage => ({ endedAt: 0, failedAt: 0, listeners: new Set() }),
)

/** Whether there is an outage: pages show the last known values. */
export function isDatabaseSilent() {
  return outage.since !== undefined
}

/** Whether the circuit breaker is open: nobody should wait for the database. */
export function isDatabaseCutOff() {
  return outage.since !== undefined && Date.now() - outage.since >= CUT_OFF_AFTER_MS
}
