import type { ClientBase } from 'pg'
import { busyConnections, giveUp } from './busy-connections.ts'
import { lookAtDatabase } from './heartbeat.ts'
import { patienceNow } from './patience.ts'
import { QUERY_MS } from './time-limits.ts'

/** Milliseconds of waiting that trigger a health check. */
const UNUSUAL_MS = 500

/**
 * Sets a timeout for every query of a connection, by the purpose of its caller: in the client, and on the server, if
 * the session supports it. Whoever waits for a page shares one on the server: to set another one costs a round trip,
 * and signatures and pages would set it in turns.
 */
export function limitQueries(client: ClientBase) {
  const query = client.query.bind(client) as unknown as Query
  const watch = watchOver(client)
  const limits = { areOnServer: false }
  let limitOnServer: number | undefined
  const limited = (...parameters: unknown[]) => {
    const limit = patienceNow()
    watch(limit)
    const wished = Math.max(limit, QUERY_MS.request)
    const isKnown = !limits.areOnServer || wished === limitOnServer
    // Settings of a transaction end with it.
    const isForgotten = !limits.areOnServer || /^ROLLBACK/i.test(textOf(parameters[0]))
    limitOnServer = isForgotten ? undefined : wished
    return isKnown
      ? query(...parameters)
      : queryAfter(`SET statement_timeout = ${wished}`, parameters)
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
