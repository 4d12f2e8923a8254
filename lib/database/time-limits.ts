import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#lib/time/time-spans.ts'

/** Waiting for a new connection, or for a free one of the pool. */
export const CONNECT_MS = 5 * SECOND_MS

/** A row that somebody else holds is waited for so long. */
export const LOCK_MS = 10 * SECOND_MS

/** A transaction of the site that asks nothing for so long was forgotten. */
export const IDLE_IN_TRANSACTION_MS = 5 * MINUTE_MS

/** How long one query may take, by what it is for; what takes longer is given up with its connection. */
export const QUERY_MS = {
  /** Somebody waits for her signature to be taken: in all, with every query of it. */
  signing: 4.5 * SECOND_MS,
  /** Somebody waits for a page. */
  request: 15 * SECOND_MS,
  /** An organiser's import, or her action on thousands. */
  batch: 2 * MINUTE_MS,
  /** What goes on by itself, and the commands: reminders, deletions, counts of everything. */
  job: 10 * MINUTE_MS,
  /** A cursor over everything, one step of it. */
  export: 10 * MINUTE_MS,
  /** Freezing a million signatures for a delivery. */
  pack: HOUR_MS,
  /** A new index on a large table, and waiting until another instance has made it. */
  migration: 6 * HOUR_MS,
} as const

export type QueryPurpose = keyof typeof QUERY_MS

/** For a connection of its own: nothing of it may wait without end. */
export function limitsFor(purpose: QueryPurpose) {
  return {
    connectionTimeoutMillis: 5 * SECOND_MS,
    query_timeout: QUERY_MS[purpose],
    keepAlive: true,
  }
}
