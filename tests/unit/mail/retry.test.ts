import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_ATTEMPTS, waitBeforeRetry } from '#lib/mail/outbox/retry.ts'

const HOUR_MS = 60 * 60 * 1000
const attempts = Array.from({ length: MOST_ATTEMPTS - 1 }, (_, index) => index + 1)

test('waits grow from seconds to hours', () => {
  const waits = attempts.map(attempt => waitBeforeRetry(attempt, 0, 1))
  expect(waits[0]).toBe(5_000)
  expect(waits.at(-1)).toBe(3 * HOUR_MS)
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
})

test('a provider may be down, or a quota be used up, for a day: the mail is still tried', () => {
  const total = attempts.reduce((sum, attempt) => sum + waitBeforeRetry(attempt, 0, 0), 0)
  expect(total / HOUR_MS).toBeGreaterThan(24)
  expect(total / HOUR_MS).toBeLessThan(48)
})

test('mails do not all come back at once, nor before the provider asked', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(fc.constantFrom(...attempts), random, fc.nat(10 * HOUR_MS), (attempt, r, asked) => {
      const longest = waitBeforeRetry(attempt, 0, 1)
      const wait = waitBeforeRetry(attempt, asked, r)
      expect(wait).toBeGreaterThanOrEqual(Math.max(asked, Math.floor(longest * 0.8)))
      expect(wait).toBeLessThanOrEqual(Math.max(asked, longest))
    }),
  )
  expect(waitBeforeRetry(5, 0, 0)).not.toBe(waitBeforeRetry(5, 0, 0.9))
})
