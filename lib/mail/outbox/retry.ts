import { HOUR_MS } from '#lib/time/time-spans.ts'

/**
 * Attempts after which a temporarily refused mail fails, a day and a half after the first. Throttling never
 * counts.
 */
export const MOST_ATTEMPTS = 20

/** Hours during which an unanswered batch is retried: Resend keeps idempotency keys for 24 hours. */
export const IDEMPOTENCY_WINDOW_HOURS = 23

const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 3 * HOUR_MS

/**
 * Delay after failed attempt number `attempt` (1, 2, …), in milliseconds: exponential, by the factor of three,
 * with a fifth of jitter, and never shorter than the provider asked.
 */
export function waitBeforeRetry(attempt: number, askedMs = 0, random = Math.random()) {
  const wait = Math.min(FIRST_WAIT_MS * 3 ** (attempt - 1), LONGEST_WAIT_MS)
  return Math.max(Math.round(wait * (0.8 + 0.2 * random)), askedMs)
}
