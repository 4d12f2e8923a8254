import { expect, test, vi } from 'vitest'
import { processSingleton } from '#lib/process/process-singleton.ts'

test('a module that is loaded twice still has one of it', async () => {
  const first = processSingleton('a-list', (): string[] => [])
  first.push('here')
  vi.resetModules()
  const { processSingleton: loadedAgain } = await import('#lib/process/process-singleton.ts')
  expect(loadedAgain).not.toBe(processSingleton)
  expect(loadedAgain('a-list', (): string[] => [])).toBe(first)
})

test('each name stands for one thing, which is made when it is first asked for', () => {
  const make = vi.fn(() => undefined)
  processSingleton('nothing', make)
  processSingleton('nothing', make)
  expect(make).toHaveBeenCalledTimes(1)
  expect(processSingleton('another', () => 2)).toBe(2)
})
