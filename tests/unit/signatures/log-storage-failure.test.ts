import { expect, test } from 'vitest'
import { causeOf } from '#lib/signatures/log-storage-failure.ts'

const fromPostgres = (originalCode: string) =>
  Object.assign(new Error('Key (email)=(camille@example.org) is not there.'), {
    code: 'P2039',
    meta: { driverAdapterError: { cause: { originalCode } } },
  })

test('who runs the server reads why signatures are lost, and nothing of whose they are', () => {
  expect(causeOf(fromPostgres('53100'))).toBe('its disk is full, 53100')
  expect(causeOf(fromPostgres('42P01'))).toBe('42P01')
  expect(causeOf(Object.assign(new Error(), { code: 'P1001' }))).toBe('P1001')
  expect(causeOf(new TypeError('camille'))).toBe('TypeError')
  expect(causeOf(fromPostgres('53100'))).not.toContain('camille')
})
