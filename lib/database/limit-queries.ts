import type { ClientBase } from 'pg'
import { busyConnections, giveUp } from './busy-connections.ts'
import { lookAtDatabase } from './heartbeat.ts'
import { patienceNow } from './patience.ts'

/** Whoever waits longer than this makes somebody look whether the database answers at all. */
const UNUSUAL_MS = 500

/**
 * Gives every query of a connection its limit, by the patience of whoever asks: on the server, where that
 * answers and the limits returned say so, and a little later here, with the connection.
 */
export function limitQueries(client: ClientBase) {
  const query = client.query.bind(client) as unknown as Query
  const watch = watchOver(client)
  const limits = { areOnServer: false }
  let limitOnServer: number | undefined
  const limited = (...parameters: unknown[]) => {
    const limit = patienceNow()
    watch(limit)
    const isKnown = !limits.areOnServer || limit === limitOnServer
    // What a transaction set is forgotten with it.
    const isForgotten = !limits.areOnServer || /^ROLLBACK/i.test(textOf(parameters[0]))
    limitOnServer = isForgotten ? undefined : limit
    return isKnown
      ? query(...parameters)
      : queryAfter(`SET statement_timeout = ${limit}`, parameters)
  }
  /** A transaction that failed takes no setting: its end needs none. */
  const queryAfter = (setting: string, parameters: unknown[]) => {
    if (typeof parameters.at(-1) === 'function') return query(setting, () => query(...parameters))
    return new Promise(resolve => {
      query(setting, () => resolve(query(...parameters)))
    })
  }
  client.query = limited as typeof client.query
  return limits
}

/** With a callback at the end, or without one and then a promise: pg's two ways. */
type Query = (...parameters: unknown[]) => unknown

/** Longer than the server's own limit by the time that its answer may take. */
const GRACE_MS = 500

function watchOver(client: ClientBase) {
  let timers: NodeJS.Timeout[] = []
  const rest = () => {
    for (const timer of timers) clearTimeout(timer)
    busyConnections.delete(client)
  }
  client.on('drain', rest)
  client.on('end', rest)
  return (limit: number) => {
    rest()
    busyConnections.set(client, limit)
    timers = [
      setTimeout(lookAtDatabase, UNUSUAL_MS),
      setTimeout(() => giveUp(client), limit + GRACE_MS),
    ]
    for (const timer of timers) timer.unref()
  }
}

function textOf(query: unknown) {
  if (typeof query === 'string') return query
  return String((query as { text?: unknown } | null)?.text ?? '')
}
