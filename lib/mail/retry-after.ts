import { DAY_MS } from '#lib/time/time-spans.ts'

const LONGEST_WAIT_MS = DAY_MS

/**
 * How long Retry-After asks us to wait, in milliseconds, a day at most; null where it asks nothing.
 * It holds seconds or a date (RFC 9110, section 10.2.3).
 */
export function retryAfterMs(header: string | undefined, now = Date.now()) {
  const text = header?.trim() ?? ''
  const wait = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now
  return wait > 0 ? Math.min(wait, LONGEST_WAIT_MS) : null
}
