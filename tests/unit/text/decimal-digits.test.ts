import { expect, test } from 'vitest'
import { withAsciiDigits } from '#lib/text/decimal-digits.ts'
import { charactersOf } from '../../support/checks/unicode-scripts.ts'

test.each([
  ['٤٢', '42'],
  ['۴۲', '42'],
  ['४२', '42'],
  ['４２', '42'],
  ['𝟒𝟐', '42'],
  ['๔๒ baht', '42 baht'],
  ['12', '12'],
])('%s is %s', (typed, digits) => {
  expect(withAsciiDigits(typed)).toBe(digits)
})

test('the ten digits of every script stand side by side, from zero on', () => {
  const digits = charactersOf(/^\p{Nd}$/u)
  expect(digits.length).toBeGreaterThan(700)
  digits.forEach((digit, place) => {
    expect(withAsciiDigits(digit), digit).toBe(String(place % 10))
  })
})
