import { expect, test } from 'vitest'
import { connectionsOf } from '#lib/database/pool.ts'

test('all processes together leave room in a PostgreSQL of 100 connections', () => {
  const shares = [2, 3, 5, 9, 17].map(connectionsOf)
  expect(shares).toEqual([12, 12, 12, 8, 4])
  // One more each asks whether the database answers.
  for (const [place, processes] of [2, 3, 5, 9, 17].entries())
    expect(processes * ((shares[place] ?? 0) + 1)).toBeLessThan(90)
})
