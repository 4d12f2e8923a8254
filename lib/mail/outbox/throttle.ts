import type { Prisma } from '#lib/database/types.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import type { Answer } from '../message.ts'
import {
  closeCircuitBreaker,
  closeFor,
  countCall,
  countFailure,
  insertThrottle,
  lockThrottle,
} from '../queries/throttle.ts'

/** Consecutive failures that open the circuit breaker. */
const FAILURES_THAT_OPEN = 5

/** Milliseconds for which the circuit breaker opens first, doubled with each failed probe. */
const FIRST_OPEN_MS = 15_000
const LONGEST_OPEN_MS = 10 * MINUTE_MS

/** Share of jitter, so that instances do not call at the same time. */
const LEAST_JITTER = 0.8

/** Milliseconds before another instance may send a probe. */
const PROBE_LASTS_MS = 30_000

/** Milliseconds of backing off when the provider throttles us without Retry-After. */
const BUSY_WAIT_MS = 1_000
const QUOTA_WAIT_MS = 15 * MINUTE_MS

/**
 * Locks the throttle until the transaction ends: one instance at a time decides. Resolves to the milliseconds
 * until a call may be made; 0 for now. The database's clock counts.
 */
export async function holdThrottle(transaction: Prisma.TransactionClient) {
  const waitMs = (await lockThrottle(transaction)) ?? (await beginThrottle(transaction))
  return Math.max(0, Math.ceil(waitMs))
}

/** Inserts the throttle, which the very first call finds missing. */
async function beginThrottle(transaction: Prisma.TransactionClient) {
  await insertThrottle(transaction)
  return (await lockThrottle(transaction)) ?? 0
}

/**
 * Counts a call. Calls keep an even distance (GCRA, the leaky bucket as a meter; ITU-T I.371) with a burst of
 * one. While the circuit breaker is open, the call is its probe, and the others wait for its result.
 */
export async function passThrottle(transaction: Prisma.TransactionClient, callsPerSecond: number) {
  await countCall(transaction, {
    distanceMs: 1000 / callsPerSecond,
    failuresThatOpen: FAILURES_THAT_OPEN,
    probeLastsMs: PROBE_LASTS_MS,
  })
}

/**
 * Opens or closes the circuit breaker for all instances by the result of a call: an unreachable provider backs
 * off exponentially, a throttling one for as long as it asks.
 */
export async function noteAtThrottle(answer: Answer) {
  if (answer.outcome === 'answered' || isAboutTheMail(answer)) {
    return closeCircuitBreaker(FAILURES_THAT_OPEN)
  }
  if (answer.outcome === 'refused' && answer.reason === 'busy') {
    const wait = answer.code.endsWith('quota_exceeded') ? QUOTA_WAIT_MS : BUSY_WAIT_MS
    return closeFor(answer.retryAfterMs ?? wait, answer.code)
  }
  return countFailure({
    code: answer.code,
    askedMs: answer.retryAfterMs ?? 0,
    jitter: LEAST_JITTER + (1 - LEAST_JITTER) * Math.random(),
    failuresThatOpen: FAILURES_THAT_OPEN,
    firstOpenMs: FIRST_OPEN_MS,
    longestOpenMs: LONGEST_OPEN_MS,
  })
}

/** A refusal of the mail shows that the provider is reachable. */
function isAboutTheMail(answer: Answer) {
  return answer.outcome === 'refused' && ['permanent', 'later', 'used'].includes(answer.reason)
}
