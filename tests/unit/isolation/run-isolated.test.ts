import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { IsolationLimits } from '#lib/isolation/run-isolated.ts'
import { runIsolated } from '#lib/isolation/run-isolated.ts'

const LIMITS: IsolationLimits = {
  heapMegabytes: 64,
  memoryMegabytes: 128,
  processorSeconds: 2,
  seconds: 20,
  answerBytes: 1_000_000,
  atOnce: 2,
  waiting: 20,
}

const run = (wish: string, limits: Partial<IsolationLimits> = {}) =>
  runIsolated(
    { file: 'tests/support/fakes/misbehaving-program.ts', limits: { ...LIMITS, ...limits } },
    Buffer.from(wish),
  )

describe('a program that reads what strangers send', () => {
  test.each([
    'turns in circles',
    'fills the heap',
    'fills memory beside the heap',
    'ends half-way',
    'is ended by the machine',
    'says more than it may',
    'says what is no JSON',
  ])('%s: it is stopped, and the process that started it lives', async wish => {
    expect(await run(wish)).toEqual({ outcome: 'stopped' })
  })

  test('waits for ever: not longer than it may', async () => {
    const started = Date.now()
    expect(await run('waits for ever', { seconds: 1 })).toEqual({ outcome: 'stopped' })
    expect(Date.now() - started).toBeLessThan(15_000)
  })

  test('says nothing: that is what came of it', async () => {
    expect(await run('says nothing')).toEqual({ outcome: 'answered', values: [] })
  })

  test('sees no secret, writes no file and starts no other; any text comes back as it was', async () => {
    const seen = await run('says what it sees')
    expect(seen).toEqual({
      outcome: 'answered',
      values: [
        'two\u2028lines\u2029and\r\nmore',
        expect.not.arrayContaining(['DATABASE_URL', 'APP_SECRET']),
        'ERR_ACCESS_DENIED',
        'ERR_ACCESS_DENIED',
      ],
    })
    expect(JSON.stringify(seen)).not.toMatch(/SECRET|DATABASE|KEY/)
  })

  test('others get their turn meanwhile', async () => {
    let isOver = false
    const stopped = run('turns in circles').finally(() => {
      isOver = true
    })
    let turns = 0
    while (!isOver) {
      await wait(10)
      turns += 1
    }
    await stopped
    // Two seconds of the other's processor hold two hundred turns of ours, and fewer on a busy machine.
    expect(turns).toBeGreaterThan(50)
  })

  test('so many at once, so many more wait, and the rest is told', async () => {
    const narrow = { atOnce: 1, waiting: 1 }
    const all = await Promise.all([1, 2, 3].map(() => run('says nothing', narrow)))
    expect(all.map(({ outcome }) => outcome)).toEqual(['answered', 'answered', 'busy'])
    expect(await run('says nothing', narrow)).toMatchObject({ outcome: 'answered' })
  })
})
