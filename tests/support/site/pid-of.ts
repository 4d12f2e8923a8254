import type { ChildProcess } from 'node:child_process'

/**
 * The number of a process that was started.
 * @throws where it never came to be: 0 in its place would stand for the tests themselves, and a signal to it end them.
 */
export function pidOf({ pid }: ChildProcess): number {
  if (!pid) throw new Error('This process was never started.')
  return pid
}
