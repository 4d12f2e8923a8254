import { expect, test } from 'vitest'
import { unkeptBecause } from '#lib/signatures/tell-unkept.ts'

const fromPostgres = (originalCode: string) =>
  Object.assign(new Error('Key (email)=(camille@example.org) is not there.'), {
    code: 'P2039',
    meta: { driverAdapterError: { cause: { originalCode } } },
  })

test('who runs the server reads why signatures are lost, and nothing of whose they are', () => {
  expect(unkeptBecause(fromPostgres('53100'))).toMatch(/\(its disk is full, 53100\)/)
  expect(unkeptBecause(fromPostgres('42P01'))).toMatch(/\(42P01\)/)
  expect(unkeptBecause(Object.assign(new Error(), { code: 'P1001' }))).toMatch(/\(P1001\)/)
  expect(unkeptBecause(new TypeError('camille'))).toMatch(/\(TypeError\)/)
  expect(unkeptBecause(fromPostgres('53100'))).not.toContain('camille')
})
