import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextGoal, reachedGoals } from '#lib/signatures/goal.ts'

test.each([
  [0, 100],
  [99, 100],
  [100, 250],
  [249, 250],
  [250, 500],
  [999, 1_000],
  [1_000, 2_500],
  [2_500, 5_000],
  [1_234_567, 2_500_000],
])('after %i signatures the goal is %i', (signatures, goal) => {
  expect(nextGoal(signatures)).toBe(goal)
})

test('a goal always lies ahead, and never more than twice and a half as far', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 8_000_000_000 }), signatures => {
      expect(nextGoal(signatures)).toBeGreaterThan(signatures)
      expect(nextGoal(signatures)).toBeLessThanOrEqual(2.5 * signatures)
    }),
  )
})

test('the goals that were reached are those that were next, one after the other', () => {
  expect(reachedGoals(99)).toEqual([])
  expect(reachedGoals(1_000)).toEqual([100, 250, 500, 1_000])
  expect(reachedGoals(2_499)).toEqual([100, 250, 500, 1_000])
})

test('a goal that owners set is the next one until it is reached, and then among those that were', () => {
  expect(nextGoal(300, 400)).toBe(400)
  expect(nextGoal(300, 50_000)).toBe(50_000)
  expect(nextGoal(400, 400)).toBe(500)
  expect(reachedGoals(399, 400)).toEqual([100, 250])
  expect(reachedGoals(500, 400)).toEqual([100, 250, 400, 500])
  expect(reachedGoals(500, 500)).toEqual([100, 250, 500])
})
