import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoFromSql } from '#lib/time/iso-from-sql.ts'

test.each([
  ['2026-05-26 08:00:00+00', '2026-05-26T08:00:00.000Z'],
  ['2026-05-26 08:00:00.1+00', '2026-05-26T08:00:00.100Z'],
  ['2026-05-26 08:00:00.123456+00', '2026-05-26T08:00:00.123Z'],
])('%s is %s', (written, iso) => {
  expect(isoFromSql(written)).toBe(iso)
})

test('any moment comes out as toISOString writes it', () => {
  const moments = fc.date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(moments, moment => {
      const iso = moment.toISOString()
      const written = iso.replace('T', ' ').replace(/\.?0*Z$/, '+00')
      expect(isoFromSql(written)).toBe(iso)
    }),
  )
})
