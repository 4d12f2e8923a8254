// A process that must run: started anew as soon as it dies, later each time where it does not even start.
import type { ChildProcess } from 'node:child_process'
import { z } from 'zod'
import { logEvent } from '#lib/log/log.ts'
import type { Role } from './role.ts'

/** After so many starts in a row that failed nothing is tried any more. */
const MOST_FAILED_STARTS = 5

/** After the first start that failed; twice as long after each further one. */
const WAIT_AFTER_FAILURE_MS = 500

const readyMessage = z.object({
  ready: z.literal(true),
  mailbox: z.string().optional(),
  firstLink: z.string().nullish(),
})
const failureMessage = z.object({ failed: z.string() })

/** A process that is kept running. */
export type Watched = {
  /** What it told when it was ready for the first time. @throws Error with its sentence when it failed instead */
  started: Promise<Role['facts']>
  /** The process that runs now, or did last. */
  child: () => ChildProcess
  /** Starts it no more; the process that runs now, or did last. */
  stop: () => ChildProcess
}

/**
 * Starts a process, and another one in its place whenever it ends by itself.
 * @param giveUp is called when it was ready once and cannot be started any more
 */
export function keepRunning(
  name: 'web' | 'worker',
  start: () => ChildProcess,
  giveUp: () => void,
): Watched {
  const first = Promise.withResolvers<Role['facts']>()
  let wasEverReady = false
  let isStopped = false
  let failedStarts = 0
  let timer: NodeJS.Timeout | undefined
  let child = begin()
  return {
    started: first.promise,
    child: () => child,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
      return child
    },
  }

  function begin() {
    const begun = start()
    let sentence = 'The server could not start.'
    failedStarts += 1
    begun.on('message', told => {
      const failure = failureMessage.safeParse(told)
      const ready = readyMessage.safeParse(told)
      if (failure.success) sentence = failure.data.failed
      if (ready.success) becomeReady(ready.data)
    })
    begun.once('exit', (code, signal) => {
      if (!isStopped) replace(sentence, signal ?? `exit code ${code}`)
    })
    return begun
  }

  function becomeReady({ mailbox, firstLink }: z.infer<typeof readyMessage>) {
    wasEverReady = true
    failedStarts = 0
    first.resolve({ mailbox, firstLink })
  }

  function replace(sentence: string, how: string) {
    if (!wasEverReady) return first.reject(new Error(sentence))
    logEvent('process-ended', { process: name, how })
    if (failedStarts >= MOST_FAILED_STARTS) return giveUp()
    const again = () => {
      child = begin()
    }
    if (failedStarts === 0) again()
    else timer = setTimeout(again, WAIT_AFTER_FAILURE_MS * 2 ** (failedStarts - 1))
  }
}
