import { expect, test } from 'vitest'
import {
  readPlaces,
  writePlaces,
} from '../../../app/[locale]/organisers/settings/first-signatories/list-places.ts'

test('mistakes of a list survive the way through an address', () => {
  const mistakes = [
    { line: 3, field: 'category' as const },
    { line: 12, field: 'joined' as const },
  ]
  expect(readPlaces(writePlaces(mistakes))).toEqual(mistakes)
})

test('no more than ten are named', () => {
  const many = Array.from({ length: 30 }, (_, index) => ({
    line: index + 1,
    field: 'name' as const,
  }))
  expect(readPlaces(writePlaces(many))).toHaveLength(10)
})

test.each([
  undefined,
  ['3.category'],
  '',
  '3.password',
  '0.name',
  '-1.name',
  '3.name<script>',
  '99999999.name',
])('whatever a stranger wrote there is none: %j', at => {
  expect(readPlaces(at)).toEqual([])
})
