import { expect, test } from 'vitest'
import { firstSignatoriesPart } from '#lib/editing/parts/first-signatories.ts'

const part = firstSignatoriesPart('2026-12-01')

test('a mistake about Ada Obi is not put down to Ada', () => {
  const typed = { 'name-0': 'Ada', 'name-1': 'Ada Obi' }
  const fault = { code: 'empty' } as const
  const field = (name: string) =>
    part.fieldOf({ path: 'first-signatories/fr.yaml', place: [name], fault }, typed)
  expect(field('Ada Obi')).toEqual({ field: 'role-fr-1', fault })
  expect(field('Ada')).toEqual({ field: 'role-fr-0', fault })
})

test('who is named twice is told at the second name, however it is spaced', async () => {
  const typed = { 'name-0': 'Ada Obi', 'name-1': 'Bo', 'name-2': ' Ada  Obi' }
  expect(await part.check?.(typed, {})).toEqual([
    { field: 'name-2', fault: { code: 'named-twice' } },
  ])
})
