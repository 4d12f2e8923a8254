import { expect, test } from 'vitest'
import { firstSignatoriesPart } from '#lib/editing/parts/first-signatories.ts'

const part = firstSignatoriesPart('2026-12-01')

test('a mistake about Ada Obi is not put down to Ada', () => {
  const typed = { 'name-0': 'Ada', 'name-1': 'Ada Obi' }
  const field = (place: string) => part.fieldOf('first-signatories/fr.yaml', place, typed)
  expect(field('Ada Obi is empty')).toEqual({ field: 'role-fr-1', reason: 'is empty' })
  expect(field('Ada is empty')).toEqual({ field: 'role-fr-0', reason: 'is empty' })
})

test('who is named twice is told at the second name, however it is spaced', async () => {
  const typed = { 'name-0': 'Ada Obi', 'name-1': 'Bo', 'name-2': ' Ada  Obi' }
  expect(await part.check?.(typed, {})).toEqual([{ field: 'name-2', reason: 'is named twice' }])
})
