import type { ClientBase } from 'pg'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { QUERY_MS } from './time-limits.ts'

/** Connections with a query in flight, each with the timeout of its caller, in milliseconds. */
export const busyConnections = processSingleton(
  'busy-connections',
  () => new Map<ClientBase, number>(),
)

/** Grace period of jobs, in milliseconds: the database may only be slow. */
const JOBS_WAIT_MS = 20_000

/**
 * Closes connections with a query in flight after the database has been silent for so many milliseconds; those
 * of jobs later.
 */
export function giveUpQueries(silentMs: number) {
  for (const [client, patience] of busyConnections) {
    if (patience <= QUERY_MS.request || silentMs >= JOBS_WAIT_MS) giveUp(client)
  }
}

/**
 * Destroys a connection with a query in flight: its query fails now and the pool replaces it. The outcome of
 * the query and its transaction is unknown.
 */
export function giveUp(client: ClientBase) {
  const { end } = client as ClientBase & { end: () => Promise<void> }
  end.call(client).catch(() => undefined)
}
