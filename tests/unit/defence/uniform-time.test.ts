import { expect, test } from 'vitest'
import { inUniformTime } from '#lib/defence/uniform-time.ts'

const MS = 40

test.each([
  ['done at once', async () => 'kept', 'kept'],
  ['nothing found', async () => null, null],
])('%s: the answer waits', async (_, work, result) => {
  const start = performance.now()
  expect(await inUniformTime(MS, work)).toBe(result)
  expect(performance.now() - start).toBeGreaterThanOrEqual(MS)
})

test('a failure waits as well, and stays a failure', async () => {
  const start = performance.now()
  await expect(inUniformTime(MS, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  expect(performance.now() - start).toBeGreaterThanOrEqual(MS)
})
