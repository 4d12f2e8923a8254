import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnName, toFields, withFieldNames } from '#lib/database/column-names.ts'

test.each([
  ['confirmedAt', 'confirmed_at'],
  ['medianDeliveryMs', 'median_delivery_ms'],
  ['email', 'email'],
])('the field %s stands in the column %s, and comes back from it', (field, column) => {
  expect(columnName(field)).toBe(column)
  expect(withFieldNames([{ [column]: 1 }])).toEqual([{ [field]: 1 }])
  expect(toFields([column], [[1]])).toEqual([{ [field]: 1 }])
})

test('whatever stands in a column is left alone, JSON among it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const json = { a_key: value }
      expect(withFieldNames([{ some_details: json }])).toEqual([{ someDetails: json }])
    }),
  )
})

test('no rows are no rows', () => {
  expect(withFieldNames([])).toEqual([])
  expect(toFields(['id'], [])).toEqual([])
})
