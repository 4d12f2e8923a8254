import { expect, test } from 'vitest'
import { monthsAfter } from '#lib/time/months-after.ts'

test.each([
  ['2027-05-26', 7, '2027-12-26'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2028-02-29', -12, '2027-02-28'],
  ['2026-12-31', 2, '2027-02-28'],
])('%s and %i months is %s: a promise of months is never kept late', (day, months, then) => {
  expect(monthsAfter(day, months).toISOString().slice(0, 10)).toBe(then)
})
