import { expect, test } from 'vitest'
import { runLoop } from '#lib/process/run-loop.ts'

/** Far longer than a test: a loop that waited for it would never come to the next round. */
const NEVER = { ms: 3_600_000 }

test('a loop works until it is told to stop, and ends with the round that is under way', async () => {
  const stop = new AbortController()
  let rounds = 0
  await runLoop(stop.signal, { ms: 1 }, async () => {
    rounds += 1
    if (rounds === 3) stop.abort()
  })
  expect(rounds).toBe(3)
})

test('a round that fails is told, and the next one comes after a pause of its own', async () => {
  const stop = new AbortController()
  const told: string[] = []
  let rounds = 0
  const work = async () => {
    rounds += 1
    if (rounds === 2) stop.abort()
    else throw new Error('The database does not answer.')
  }
  await runLoop(stop.signal, { ...NEVER, afterFailureMs: 1 }, work, () => told.push('trouble'))
  expect({ rounds, told }).toEqual({ rounds: 2, told: ['trouble'] })
})

test('a round that says how long to wait is believed: with nothing to wait for, the next comes at once', async () => {
  const stop = new AbortController()
  let left = 5
  await runLoop(stop.signal, NEVER, async () => {
    left -= 1
    if (left === 0) stop.abort()
    return 0
  })
  expect(left).toBe(0)
})

test('a loop that waits stops at once', async () => {
  const stop = new AbortController()
  const loop = runLoop(stop.signal, NEVER, async () => undefined)
  stop.abort()
  await loop
})
