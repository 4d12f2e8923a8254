import { expect, test } from 'vitest'
import { askedBy, DOORS, findDoors } from '../../support/organiser-doors.ts'

test('every page, endpoint and action of the console is written down, and none that is gone', () => {
  expect([...findDoors().keys()].sort()).toEqual(Object.keys(DOORS).sort())
})

test('each asks for the capability that is written down', () => {
  const found = findDoors()
  expect(found.size).toBeGreaterThan(30)
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries([...found.keys()].map(door => [door, askedBy(door)?.capability ?? null])),
  )
})
