import type { ClientBase } from 'pg'
import { busyConnections, giveUp } from './busy-connections.ts'
import { lookAtDatabase } from './heartbeat.ts'
import { patienceNow } from './patience.ts'

/** Milliseconds of waiting that trigger a health check. */
const UNUSUAL_MS = 500

/**
 * Sets a timeout for every query of a connection, by the purpose of its caller: on the server, if the session
 * supports it, and slightly later in the client.
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
    // Settings of a transaction end with it.
    const isForgotten = !limits.areOnServer || /^ROLLBACK/i.test(textOf(parameters[0]))
    limitOnServer = isForgotten ? undefined : limit
    return isKnown
      ? query(...parameters)
      : queryAfter(`SET statement_timeout = ${limit}`, parameters)
  }
  /** A failed transaction takes no settings; its ROLLBACK needs none. */
  const queryAfter = (setting: string, parameters: unknown[]) => {
    if (typeof parameters.at(-1) === 'function') return query(setting, () => query(...parameters))
    return new Promise(resolve => {
      query(setting, () => resolve(query(...parameters)))
    })
  }
  client.query = limited as typeof client.query
  return limits
}

/** pg takes a callback as the last argument, or returns a promise. */
type Query = (...parameters: unknown[]) => unknown

/** Client-side timeout: the server's own, plus the time that its answer may take. */
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
