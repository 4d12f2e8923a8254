import { AsyncLocalStorage } from 'node:async_hooks'
import { processSingleton } from '#lib/process/process-singleton.ts'
import { QUERY_MS, type QueryPurpose } from './time-limits.ts'

/** Who waits, and how long. */
const patience = processSingleton('patience', () => new AsyncLocalStorage<number>())

/** Does some work whose queries may take as long as this purpose allows (QUERY_MS). */
export function withPatience<T>(purpose: QueryPurpose, work: () => T): T {
  return patience.run(QUERY_MS[purpose], work)
}

/** How long a query that begins now may take, in milliseconds; where nobody waits, as long as a job. */
export function patienceNow() {
  return patience.getStore() ?? QUERY_MS.job
}
