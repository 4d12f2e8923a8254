import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CLOSED_MONTHS,
  ERASURE_NOTICE_DAYS,
  POSTPONE_MONTHS,
  QUIET_MONTHS,
} from '#lib/content/periods.ts'
import {
  type ClockFacts,
  erasureOf,
  isErasureDue,
  isNoticeDue,
  mayPostpone,
} from '#lib/retention/address-clock.ts'
import { monthsAfter } from '#lib/time/months-after.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'

const DAY = new Date('2026-05-26T00:00:00Z')
const NOTHING: ClockFacts = {
  deliveredOn: null,
  closedAt: null,
  lastConfirmedAt: null,
  months: 6,
  toldAt: null,
  postponedAt: null,
}
const days = (date: Date, count: number) => new Date(date.getTime() + count * DAY_MS)

describe('what begins the period of addresses', () => {
  test.each([
    ['nothing', {}, null],
    ['a handover', { deliveredOn: DAY }, { at: monthsAfter(DAY, 6), because: 'delivered' }],
    ['a closing', { closedAt: DAY }, { at: monthsAfter(DAY, 18), because: 'closed' }],
    ['quiet', { lastConfirmedAt: DAY }, { at: monthsAfter(DAY, 24), because: 'quiet' }],
    [
      'the earliest of them: a late handover changes nothing',
      { deliveredOn: monthsAfter(DAY, 13), closedAt: DAY, lastConfirmedAt: DAY },
      { at: monthsAfter(DAY, 18), because: 'closed' },
    ],
    [
      'a handover soon after closing',
      { deliveredOn: monthsAfter(DAY, 2), closedAt: DAY, lastConfirmedAt: DAY },
      { at: monthsAfter(DAY, 8), because: 'delivered' },
    ],
  ] as const)('%s', (_, given, erasure) => {
    expect(erasureOf({ ...NOTHING, ...given })).toEqual(erasure)
  })
})

describe('a letter that everybody has forgotten', () => {
  const facts = { ...NOTHING, lastConfirmedAt: DAY }
  const due = monthsAfter(DAY, QUIET_MONTHS + 6)
  const noticeAt = days(due, -ERASURE_NOTICE_DAYS)

  test('its owners are told a month before, once', () => {
    expect(isNoticeDue(facts, days(noticeAt, -0.001))).toBe(false)
    expect(isNoticeDue(facts, noticeAt)).toBe(true)
    expect(isNoticeDue({ ...facts, toldAt: noticeAt }, days(noticeAt, 5))).toBe(false)
  })

  test('a site that was off for years tells first, and erases a month later', () => {
    const late = monthsAfter(due, 30)
    expect(isErasureDue(facts, late)).toBe(false)
    const told = { ...facts, toldAt: late }
    expect(erasureOf(told)?.at).toEqual(days(late, ERASURE_NOTICE_DAYS))
    expect(isErasureDue(told, days(late, ERASURE_NOTICE_DAYS - 0.001))).toBe(false)
    expect(isErasureDue(told, days(late, ERASURE_NOTICE_DAYS))).toBe(true)
  })

  test('somebody who confirms sets it back, and owners are told again', () => {
    const awake = { ...facts, toldAt: noticeAt, lastConfirmedAt: days(noticeAt, 1) }
    expect(isErasureDue(awake, due)).toBe(false)
    expect(isNoticeDue(awake, monthsAfter(days(noticeAt, 1), QUIET_MONTHS + 6))).toBe(true)
  })

  test('its owners postpone it once, within that month alone', () => {
    expect(mayPostpone(facts, days(noticeAt, -1))).toBe(false)
    expect(mayPostpone({ ...facts, toldAt: noticeAt }, days(noticeAt, 1))).toBe(true)
    const postponed = { ...facts, toldAt: noticeAt, postponedAt: days(noticeAt, 1) }
    const later = monthsAfter(DAY, QUIET_MONTHS + 6 + POSTPONE_MONTHS)
    expect(erasureOf(postponed)?.at).toEqual(later)
    expect(isErasureDue(postponed, due)).toBe(false)
    expect(isNoticeDue(postponed, days(later, -ERASURE_NOTICE_DAYS))).toBe(true)
    expect(mayPostpone(postponed, days(later, -1))).toBe(false)
  })
})

test('a handover is kept to the day that its owners wrote down, told or not', () => {
  const facts = { ...NOTHING, deliveredOn: DAY }
  expect(isErasureDue(facts, days(monthsAfter(DAY, 6), -0.001))).toBe(false)
  expect(isErasureDue(facts, monthsAfter(DAY, 6))).toBe(true)
  expect(isNoticeDue(facts, days(monthsAfter(DAY, 6), -ERASURE_NOTICE_DAYS))).toBe(true)
})

describe('whatever happened when', () => {
  const moment = fc.date({ min: DAY, max: monthsAfter(DAY, 120), noInvalidDate: true })
  const maybe = fc.option(moment)
  const anyFacts: fc.Arbitrary<ClockFacts> = fc.record({
    deliveredOn: maybe,
    closedAt: maybe,
    lastConfirmedAt: maybe,
    months: fc.integer({ min: 1, max: 24 }),
    toldAt: maybe,
    postponedAt: maybe,
  })

  test('it is never put off for ever: telling at the due time and waiting a month erases', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        const erasure = erasureOf({ ...facts, toldAt: null })
        const hasBegun = facts.deliveredOn ?? facts.closedAt ?? facts.lastConfirmedAt
        expect(erasure === null).toBe(hasBegun === null)
        if (!erasure) return
        const told = { ...facts, toldAt: erasure.at }
        expect(isErasureDue(told, days(erasure.at, ERASURE_NOTICE_DAYS))).toBe(true)
      }),
    )
  })

  test('nothing but a handover erases before owners had their month', () => {
    fc.assert(
      fc.property(anyFacts, moment, (facts, now) => {
        if (!isErasureDue(facts, now) || erasureOf(facts)?.because === 'delivered') return
        const told = facts.toldAt ?? now
        expect(now.getTime()).toBeGreaterThanOrEqual(days(told, ERASURE_NOTICE_DAYS).getTime())
      }),
    )
  })

  test('a further event brings it nearer or changes nothing', () => {
    fc.assert(
      fc.property(anyFacts, moment, (facts, closedAt) => {
        const without = erasureOf({ ...facts, closedAt: null, toldAt: null })
        const withIt = erasureOf({ ...facts, closedAt, toldAt: null })
        const bound = monthsAfter(closedAt, CLOSED_MONTHS).getTime()
        expect(withIt).not.toBeNull()
        if (!without || !withIt) return
        expect(withIt.at.getTime()).toBeLessThanOrEqual(without.at.getTime())
        if (withIt.because === 'closed') expect(withIt.at.getTime()).toBeGreaterThan(bound)
      }),
    )
  })
})
