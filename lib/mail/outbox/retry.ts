import { HOUR_MS } from '#lib/time/time-spans.ts'

/**
 * A mail that the provider refuses for reasons that may pass is given up after this many attempts, a
 * day and a half after the first. One that it is too busy for never is.
 */
export const MOST_ATTEMPTS = 20

/** A batch without an answer is handed over again for so long: Resend knows its key for 24 hours. */
export const IDEMPOTENCY_WINDOW_HOURS = 23

const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 3 * HOUR_MS

/**
 * How long to wait after failed attempt number `attempt` (1, 2, …), in milliseconds: three times
 * longer each time, with a fifth of it at random so that mails do not come back all at once, and
 * never shorter than the provider asked.
 */
export function waitBeforeRetry(attempt: number, askedMs = 0, random = Math.random()) {
  const wait = Math.min(FIRST_WAIT_MS * 3 ** (attempt - 1), LONGEST_WAIT_MS)
  return Math.max(Math.round(wait * (0.8 + 0.2 * random)), askedMs)
}
