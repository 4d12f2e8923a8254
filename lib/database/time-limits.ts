import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#lib/time/time-spans.ts'

/** Longest wait for a connection, new or from the pool. */
export const CONNECT_MS = 5 * SECOND_MS

/** Longest wait for a row lock. */
export const LOCK_MS = 10 * SECOND_MS

/** Longest idle time within a transaction. */
export const IDLE_IN_TRANSACTION_MS = 5 * MINUTE_MS

/** Query timeouts by purpose; a query that takes longer is ended with its connection. */
export const QUERY_MS = {
  /** Signing: all queries together. */
  signing: 4.5 * SECOND_MS,
  /** Reading a page. */
  request: 15 * SECOND_MS,
  /** An import or a bulk action of an organiser. */
  batch: 2 * MINUTE_MS,
  /** Jobs and commands: reminders, deletions, counts of everything. */
  job: 10 * MINUTE_MS,
  /** One step of a cursor. */
  export: 10 * MINUTE_MS,
  /** Freezing a million signatures for a delivery. */
  pack: HOUR_MS,
  /** A new index on a large table, and waiting until another instance has made it. */
  migration: 6 * HOUR_MS,
} as const

export type QueryPurpose = keyof typeof QUERY_MS

/** Settings of a dedicated connection: nothing on it waits for ever. */
export function limitsFor(purpose: QueryPurpose) {
  return {
    connectionTimeoutMillis: 5 * SECOND_MS,
    query_timeout: QUERY_MS[purpose],
    keepAlive: true,
  }
}
