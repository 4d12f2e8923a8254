import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FRESH_MINUTES, isFresh } from '#lib/signatures/read-confirmation-link.ts'

const USED = new Date('2026-11-30T12:00:00Z')
const after = (minutes: number) => new Date(USED.getTime() + minutes * 60_000)

test.each([
  ['at once', 0, true],
  ['a minute before its end', FRESH_MINUTES - 1, true],
  ['at its end', FRESH_MINUTES, false],
  ['a day later', 1_440, false],
])('%s', (_, minutes, fresh) => {
  expect(isFresh(USED, after(minutes))).toBe(fresh)
})

test('once it is not fresh it never is again, and one that was never used is not', () => {
  const minutes = fc.integer({ min: 0, max: 10_000 })
  fc.assert(
    fc.property(minutes, minutes, (one, more) => {
      if (!isFresh(USED, after(one))) expect(isFresh(USED, after(one + more))).toBe(false)
      expect(isFresh(null, after(one))).toBe(false)
    }),
  )
})
