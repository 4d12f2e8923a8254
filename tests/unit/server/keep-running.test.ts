import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepRunning } from '../../../server/keep-running.ts'

const A_MINUTE_MS = 60_000

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Stand-ins for processes, in the order in which they were started. */
function watch() {
  const children: EventEmitter[] = []
  const start = () => {
    children.push(new EventEmitter())
    return children.at(-1) as ChildProcess
  }
  const giveUp = vi.fn()
  return { children, giveUp, watched: keepRunning('web', start, giveUp) }
}

const ready = (child?: EventEmitter) => child?.emit('message', { ready: true, mailbox: 'http://m' })
const die = (child?: EventEmitter) => child?.emit('exit', null, 'SIGKILL')

test('what it tells when it is ready is known', async () => {
  const { children, watched } = watch()
  children[0]?.emit('message', { act: 'something of Node’s own' })
  ready(children[0])
  expect(await watched.started).toEqual({ mailbox: 'http://m' })
})

test('one that dies has another in its place at once', () => {
  const { children } = watch()
  ready(children[0])
  die(children[0])
  expect(children).toHaveLength(2)
  ready(children[1])
  die(children[1])
  expect(children).toHaveLength(3)
})

test('one that cannot start says why, and is not tried again', async () => {
  const { children, watched } = watch()
  children[0]?.emit('message', { failed: 'Port 3000 is taken by another program.' })
  children[0]?.emit('exit', 1, null)
  await expect(watched.started).rejects.toThrow('Port 3000 is taken by another program.')
  vi.advanceTimersByTime(A_MINUTE_MS)
  expect(children).toHaveLength(1)
})

test('one that cannot start any more is tried later and later, then given up', () => {
  const { children, giveUp } = watch()
  ready(children[0])
  const waits: number[] = []
  for (let place = 0; giveUp.mock.calls.length === 0; place += 1) {
    const before = Date.now()
    die(children[place])
    while (children.length === place + 1 && giveUp.mock.calls.length === 0)
      vi.advanceTimersByTime(100)
    waits.push(Date.now() - before)
  }
  expect(waits).toEqual([0, 500, 1_000, 2_000, 4_000, 0])
})

test('one that is stopped has no other in its place', () => {
  const { children, watched } = watch()
  ready(children[0])
  expect(watched.stop()).toBe(children[0])
  die(children[0])
  vi.advanceTimersByTime(A_MINUTE_MS)
  expect(children).toHaveLength(1)
})
