import type { ClientBase } from 'pg'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { QUERY_MS } from './time-limits.ts'

/**
 * The connections of the pool that wait for an answer, each with the patience of whoever waits for it, in
 * milliseconds.
 */
export const busyConnections = processSingleton(
  'busy-connections',
  () => new Map<ClientBase, number>(),
)

/** A job waits for so long for a database that may only be slow. */
const JOBS_WAIT_MS = 20_000

/**
 * Closes the connections that wait for an answer, those of jobs later: the database has been silent for so
 * many milliseconds.
 */
export function giveUpQueries(silentMs: number) {
  for (const [client, patience] of busyConnections) {
    if (patience <= QUERY_MS.request || silentMs >= JOBS_WAIT_MS) giveUp(client)
  }
}

/**
 * Ends a connection in the midst of a query: what waits for it fails now, and the pool makes a new one.
 * Nobody knows what becomes of the query, nor of the transaction that it belongs to.
 */
export function giveUp(client: ClientBase) {
  const { end } = client as ClientBase & { end: () => Promise<void> }
  end.call(client).catch(() => undefined)
}
