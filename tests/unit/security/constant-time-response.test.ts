import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { inConstantTime, onRaster } from '#lib/security/constant-time-response.ts'

const LEAST_MS = 40
const STEP_MS = 25

test.each([
  ['done at once', async () => 'kept', 'kept'],
  ['nothing found', async () => null, null],
])('%s: the answer waits', async (_, work, result) => {
  const start = performance.now()
  expect(await inConstantTime('resend', LEAST_MS, work)).toBe(result)
  expect(performance.now() - start).toBeGreaterThanOrEqual(LEAST_MS)
})

test('a failure waits as well, and stays a failure', async () => {
  const start = performance.now()
  const gone = () => Promise.reject(new Error('gone'))
  await expect(inConstantTime('resend', LEAST_MS, gone)).rejects.toThrow('gone')
  expect(performance.now() - start).toBeGreaterThanOrEqual(LEAST_MS)
})

test.each([
  ['what takes no time', 0, 50],
  ['what takes longer', 63, 75],
])('%s is answered on the raster', async (_, workMs, answeredMs) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const start = performance.now()
  const work = () => new Promise<string>(done => void setTimeout(done, workMs, 'kept'))
  const answered = onRaster(LEAST_MS, work).then(result => [result, performance.now() - start])
  await vi.runAllTimersAsync()
  expect(await answered).toEqual(['kept', answeredMs])
})

describe('under load, when works take longer than the least time', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }))
  afterEach(() => void vi.useRealTimers())

  /** How many milliseconds the answer takes to a work of so many. */
  async function answerAfter(workMs: number) {
    const start = performance.now()
    let took = 0
    const work = () => new Promise<void>(done => void setTimeout(done, workMs))
    const answered = inConstantTime('code', LEAST_MS, work).then(() => {
      took = performance.now() - start
    })
    await vi.runAllTimersAsync()
    await answered
    return took
  }

  test('who is known and who is not get their answers at the same time', async () => {
    for (let person = 0; person < 50; person += 1) {
      await answerAfter(60 + (person % 10))
      await answerAfter(110 + (person % 10))
    }
    const times = new Set<number>()
    for (const workMs of [1, 5, 60, 69, 80, 110, 119]) times.add(await answerAfter(workMs))
    expect([...times]).toEqual([125])
  })

  test('one that takes longer still tells no more than a step of the raster', async () => {
    expect((await answerAfter(333)) % STEP_MS).toBe(0)
  })

  test('once it is over, answers come as soon as before', async () => {
    await answerAfter(400)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await answerAfter(3)).toBe(50)
  })
})
