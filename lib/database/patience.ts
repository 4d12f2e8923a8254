import { AsyncLocalStorage } from 'node:async_hooks'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { QUERY_MS, type QueryPurpose } from './time-limits.ts'

/** Purpose of the current queries, carried by AsyncLocalStorage. */
const patience = processSingleton('patience', () => new AsyncLocalStorage<number>())

/** Runs work whose queries have the timeout of this purpose (QUERY_MS). */
export function withPatience<T>(purpose: QueryPurpose, work: () => T): T {
  return patience.run(QUERY_MS[purpose], work)
}

/** Timeout of a query that begins now, in milliseconds; that of jobs by default. */
export function patienceNow() {
  return patience.getStore() ?? QUERY_MS.job
}
