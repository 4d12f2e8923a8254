import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CONFIRMATION_MAIL_LIMITS, mayMailAgain } from '#lib/suppression/mail-limits.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const START = Date.UTC(2026, 0, 1)

/** When mails went to somebody for whom a form was sent at each of these times. */
function mailed(timesMs: number[]) {
  const mails: { createdAt: Date }[] = []
  for (const createdAt of timesMs.map(ms => new Date(START + ms))) {
    if (mayMailAgain(mails, createdAt)) mails.push({ createdAt })
  }
  return mails.map(({ createdAt }) => createdAt)
}

describe('how many mails one address may get before it confirms', () => {
  test('one in a quarter of an hour', () => {
    expect(mailed([0, MINUTE_MS, 15 * MINUTE_MS - 1])).toHaveLength(1)
    expect(mailed([0, 15 * MINUTE_MS])).toHaveLength(2)
  })

  test('three in a day', () => {
    expect(mailed([0, HOUR_MS, 2 * HOUR_MS, 3 * HOUR_MS, DAY_MS - 1])).toHaveLength(3)
    expect(mailed([0, HOUR_MS, 2 * HOUR_MS, DAY_MS])).toHaveLength(4)
  })

  test('five ever', () => {
    const daily = Array.from({ length: 400 }, (_, day) => day * DAY_MS)
    expect(mailed(daily)).toHaveLength(5)
  })

  test('a thousand forms, whenever they come, break none of the limits', () => {
    const times = fc.array(fc.nat(3 * DAY_MS), { maxLength: 1_000, size: 'max' })
    fc.assert(
      fc.property(times, unsorted => {
        const mails = mailed(unsorted.toSorted((a, b) => a - b))
        for (const { mails: most, withinMs } of CONFIRMATION_MAIL_LIMITS) {
          for (const last of mails) {
            const recent = mails.filter(
              mail => mail <= last && last.getTime() - mail.getTime() < withinMs,
            )
            expect(recent.length).toBeLessThanOrEqual(most)
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})
