import {
  CLOSED_MONTHS,
  ERASURE_NOTICE_DAYS,
  POSTPONE_MONTHS,
  QUIET_MONTHS,
} from '#lib/content/periods.ts'
import { monthsAfter } from '#lib/time/months-after.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'

/** What begins the period of addresses: a handover, a closing long ago, or a long time in which nobody confirmed. */
export type ClockReason = 'delivered' | 'closed' | 'quiet'

/** What the clock goes by; null for what has not been. */
export type ClockFacts = {
  deliveredOn: Date | null
  closedAt: Date | null
  lastConfirmedAt: Date | null
  /** Months that addresses are kept from the beginning of their period. */
  months: number
  /** When owners were last told that addresses will be erased. */
  toldAt: Date | null
  /** When they postponed it, which they may once. */
  postponedAt: Date | null
}

/** When addresses are erased, and why. */
export type Erasure = { at: Date; because: ClockReason }

/**
 * When addresses are erased: so many months after the earliest of handover, CLOSED_MONTHS after closing, and
 * QUIET_MONTHS without a confirmation; POSTPONE_MONTHS later if owners postponed it. Null where nothing began.
 * What begins without an owner waits until owners were told ERASURE_NOTICE_DAYS before; a handover has a day that
 * they set themselves, and is kept to that day.
 */
export function erasureOf(facts: ClockFacts): Erasure | null {
  const due = dueErasure(facts)
  if (!due || due.because === 'delivered') return due
  const toldAt = isTold(facts, due) ? facts.toldAt : null
  return toldAt ? { ...due, at: later(due.at, daysAfter(toldAt, ERASURE_NOTICE_DAYS)) } : due
}

/** Whether addresses are to be erased now. */
export function isErasureDue(facts: ClockFacts, now: Date) {
  const due = dueErasure(facts)
  const erasure = erasureOf(facts)
  if (!due || !erasure || now < erasure.at) return false
  return due.because === 'delivered' || isTold(facts, due)
}

/** Whether owners are to be told now: ERASURE_NOTICE_DAYS before, and once for each day that it is due on. */
export function isNoticeDue(facts: ClockFacts, now: Date) {
  const due = dueErasure(facts)
  return due !== null && now >= noticeAt(due) && !isTold(facts, due)
}

/** Whether owners may postpone it: once, when its notice is due, before it is done. */
export function mayPostpone(facts: ClockFacts, now: Date) {
  const due = dueErasure(facts)
  const isNear = due !== null && now >= noticeAt(due) && !isErasureDue(facts, now)
  return isNear && facts.postponedAt === null
}

/** The erasure as the facts alone make it due, whoever was told. */
function dueErasure({ months, postponedAt, ...facts }: ClockFacts): Erasure | null {
  const [first] = beginnings(facts).sort((one, other) => one.at.getTime() - other.at.getTime())
  if (!first) return null
  return { ...first, at: monthsAfter(first.at, months + (postponedAt ? POSTPONE_MONTHS : 0)) }
}

function beginnings({
  deliveredOn,
  closedAt,
  lastConfirmedAt,
}: Pick<ClockFacts, 'deliveredOn' | 'closedAt' | 'lastConfirmedAt'>): Erasure[] {
  const after = (because: ClockReason, moment: Date | null, months: number) =>
    moment ? [{ at: monthsAfter(moment, months), because }] : []
  return [
    ...after('delivered', deliveredOn, 0),
    ...after('closed', closedAt, CLOSED_MONTHS),
    ...after('quiet', lastConfirmedAt, QUIET_MONTHS),
  ]
}

/** A notice of long ago was about another day: somebody has confirmed since, or it was postponed. */
function isTold({ toldAt }: ClockFacts, due: Erasure) {
  return toldAt !== null && toldAt >= noticeAt(due)
}

function noticeAt({ at }: Erasure) {
  return daysAfter(at, -ERASURE_NOTICE_DAYS)
}

function daysAfter(date: Date, days: number) {
  return new Date(date.getTime() + days * DAY_MS)
}

function later(one: Date, other: Date) {
  return one > other ? one : other
}
