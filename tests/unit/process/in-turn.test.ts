import { expect, test } from 'vitest'
import { inTurn } from '#lib/process/in-turn.ts'

test('a second call waits for the first, and comes all the same when that failed', async () => {
  const first = Promise.withResolvers<string>()
  const begun: number[] = []
  const results = [first.promise, Promise.resolve('second')]
  const renew = inTurn(() => {
    begun.push(begun.length + 1)
    return results[begun.length - 1] ?? Promise.resolve('third')
  })
  const calls = [renew(), renew()]
  await Promise.resolve()
  expect(begun).toEqual([1])
  first.reject(new Error('No build.'))
  await expect(calls[0]).rejects.toThrow('No build.')
  expect(await calls[1]).toBe('second')
  expect(await renew()).toBe('third')
})
