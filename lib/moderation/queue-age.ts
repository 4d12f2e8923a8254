import { HOUR_MS } from '#lib/time/time-spans.ts'

/** Hours after which a held signature should be decided on, and after which that is late. */
export const DUE_AFTER_HOURS = 24
export const OVERDUE_AFTER_HOURS = 48

/** Age of a held signature in the queue. */
export type QueueAge = 'recent' | 'due' | 'overdue'

/** How urgent a signature is that is held since then: who signed waits to count. */
export function queueAge(heldSince: Date, now: Date): QueueAge {
  const hours = (now.getTime() - heldSince.getTime()) / HOUR_MS
  if (hours >= OVERDUE_AFTER_HOURS) return 'overdue'
  return hours >= DUE_AFTER_HOURS ? 'due' : 'recent'
}
