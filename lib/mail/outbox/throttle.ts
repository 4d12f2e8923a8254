import type { Prisma } from '#lib/database/types.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import type { Answer } from '../message.ts'
import {
  closeFor,
  countFailure,
  insertThrottle,
  lockThrottle,
  noteCall,
  openUnlessBusy,
} from '../queries/throttle.ts'

/** Consecutive failures that open the circuit breaker. */
const FAILURES_THAT_CLOSE = 5

/** How long it stays closed first, doubled with each probe that fails. */
const FIRST_CLOSED_MS = 15_000
const LONGEST_CLOSED_MS = 10 * MINUTE_MS

/** The rest is left to chance, so that not all instances call again at one moment. */
const LEAST_JITTER = 0.8

/** How long one probe has before another instance may try. */
const PROBE_LASTS_MS = 30_000

/** How long a provider that is asked too often, or whose quota is used up, is left alone where it does not say. */
const BUSY_WAIT_MS = 1_000
const QUOTA_WAIT_MS = 15 * MINUTE_MS

/**
 * Holds the throttle until the transaction ends: one instance at a time asks and decides. Resolves to how
 * long nobody may call, in milliseconds; 0 when a call may be made now. The database's clock counts.
 */
export async function holdThrottle(transaction: Prisma.TransactionClient) {
  await insertThrottle(transaction)
  return Math.max(0, Math.ceil(await lockThrottle(transaction)))
}

/**
 * Notes that a call is made now. Calls keep an even distance (GCRA, the leaky bucket as a meter; ITU-T
 * I.371), with one call of catching up. While the circuit breaker is open, the call is its probe: the
 * others wait for what becomes of it.
 */
export async function passThrottle(transaction: Prisma.TransactionClient, callsPerSecond: number) {
  await noteCall(transaction, {
    distanceMs: 1000 / callsPerSecond,
    failuresThatClose: FAILURES_THAT_CLOSE,
    probeLastsMs: PROBE_LASTS_MS,
  })
}

/**
 * Opens or closes the circuit breaker for all instances by what a call met: an unreachable provider is left alone longer and
 * longer, a busy one for as long as it asks, whatever calls that were under way by then still meet.
 */
export async function noteAtThrottle(answer: Answer) {
  if (answer.outcome === 'answered' || isAboutTheMail(answer)) {
    return openUnlessBusy(FAILURES_THAT_CLOSE)
  }
  if (answer.outcome === 'refused' && answer.reason === 'busy') {
    const wait = answer.code.endsWith('quota_exceeded') ? QUOTA_WAIT_MS : BUSY_WAIT_MS
    return closeFor(answer.retryAfterMs ?? wait, answer.code)
  }
  return countFailure({
    code: answer.code,
    askedMs: answer.retryAfterMs ?? 0,
    jitter: LEAST_JITTER + (1 - LEAST_JITTER) * Math.random(),
    failuresThatClose: FAILURES_THAT_CLOSE,
    firstClosedMs: FIRST_CLOSED_MS,
    longestClosedMs: LONGEST_CLOSED_MS,
  })
}

/** The provider is reachable: it read the mail. */
function isAboutTheMail(answer: Answer) {
  return answer.outcome === 'refused' && ['permanent', 'later', 'used'].includes(answer.reason)
}
