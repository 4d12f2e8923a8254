import { AsyncLocalStorage } from 'node:async_hooks'
import { QUERY_MS, type QueryPurpose } from './time-limits.ts'

type Patience = AsyncLocalStorage<number>

// Next may load this module more than once: who waits, and how long, is known to all of it.
const shared = globalThis as typeof globalThis & { openLetterPatience?: Patience }
shared.openLetterPatience ??= new AsyncLocalStorage()
const patience = shared.openLetterPatience

/** Does some work whose queries may take as long as this purpose allows (QUERY_MS). */
export function withPatience<T>(purpose: QueryPurpose, work: () => T): T {
  return patience.run(QUERY_MS[purpose], work)
}

/** How long a query that begins now may take, in milliseconds; where nobody waits, as long as a job. */
export function patienceNow() {
  return patience.getStore() ?? QUERY_MS.job
}
