import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CONFIRMING_HOURS,
  closingMoment,
  confirmationDeadline,
  FINAL_COUNT_HOURS,
  finalCountAt,
  finalCountToCome,
  isCountFinal,
  isProvisional,
} from '#lib/campaign/confirmation-deadline.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'

const CLOSED = new Date('2026-11-30T17:00:00Z')
const hours = (count: number) => new Date(CLOSED.getTime() + count * HOUR_MS)
const byDate = { state: 'open', opensAt: null, closesAt: CLOSED, closedAt: null } as const
const byHand = { state: 'closed', opensAt: null, closesAt: null, closedAt: CLOSED } as const

describe('until when a form given in time may be confirmed', () => {
  test.each([
    ['a mail of days before', -200, 24],
    ['a mail of an hour before', -1, 24],
    ['a mail at closing', 0, 24],
    ['a mail that was delayed by two hours', 2, 26],
    ['a mail that was delayed by two days', 48, 72],
    ['a mail that was delayed by more', 60, 72],
  ])('%s', (_, mailedAfter, until) => {
    expect(confirmationDeadline(CLOSED, hours(mailedAfter))).toEqual(hours(until))
  })

  test('a form whose mail nobody knows of has a day from closing', () => {
    expect(confirmationDeadline(CLOSED, null)).toEqual(hours(24))
  })

  test('whatever the clocks say, it is a day after closing or later, and never after the final count', () => {
    const moment = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
    fc.assert(
      fc.property(moment, fc.option(moment), (closedAt, mailedAt) => {
        const deadline = confirmationDeadline(closedAt, mailedAt).getTime()
        expect(deadline).toBeGreaterThanOrEqual(closedAt.getTime() + CONFIRMING_HOURS * HOUR_MS)
        expect(deadline).toBeLessThanOrEqual(closedAt.getTime() + FINAL_COUNT_HOURS * HOUR_MS)
        const isMailedWhileItCounts = mailedAt && mailedAt < finalCountAt(closedAt)
        if (isMailedWhileItCounts) expect(deadline).toBeGreaterThan(mailedAt.getTime())
      }),
    )
  })

  test('a mail that goes later never shortens it', () => {
    const delay = fc.integer({ min: 0, max: 200 * HOUR_MS })
    fc.assert(
      fc.property(delay, delay, (one, other) => {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)]
        const until = (ms: number) =>
          confirmationDeadline(CLOSED, new Date(CLOSED.getTime() + ms)).getTime()
        expect(until(later)).toBeGreaterThanOrEqual(until(earlier))
      }),
    )
  })
})

describe.each([
  ['by its date', byDate],
  ['by hand', byHand],
])('a campaign that closed %s', (_, run) => {
  test('is final three days later, to the millisecond, and provisional until then', () => {
    expect(closingMoment(run)).toEqual(CLOSED)
    expect(isCountFinal(run, hours(71.9))).toBe(false)
    expect(finalCountToCome(run, hours(71.9))).toEqual(hours(72))
    expect(isCountFinal(run, hours(72))).toBe(true)
    expect(finalCountToCome(run, hours(72))).toBeNull()
  })

  test('has provisional counts between closing and the final one alone', () => {
    expect([-1, 0, 71, 72].map(count => isProvisional(run, hours(count)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

test('an open campaign is not final; one that closed nobody knows when is final at once', () => {
  expect(isCountFinal(byDate, hours(-1))).toBe(false)
  expect(finalCountToCome(byDate, hours(-1))).toBeNull()
  expect(isCountFinal({ ...byHand, closedAt: null }, hours(0))).toBe(true)
})

test('a preview that nobody opened does not close', () => {
  expect(closingMoment({ ...byDate, state: 'preview' })).toBeNull()
  expect(isCountFinal({ ...byDate, state: 'preview' }, hours(200))).toBe(false)
})
