// A process that must run: started anew as soon as it dies, later each time where it does not even start.
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
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
  /** Starts another one, and ends the one of before when that is ready. @throws Error with its sentence when it is not */
  replaceBeside: () => Promise<void>
  /** Ends it, and starts another one: for what there may be one of. */
  replaceAfter: () => Promise<void>
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
  let isBetween = false
  let failedStarts = 0
  let timer: NodeJS.Timeout | undefined
  let child = watch(start())
  return {
    started: first.promise,
    child: () => child,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
      return child
    },
    replaceBeside: async () => {
      const next = await readyOne(start())
      if (isStopped) return end(next)
      const before = child
      child = watch(next)
      failedStarts = 0
      await end(before)
    },
    replaceAfter: async () => {
      const before = child
      const ended = end(before)
      isBetween = true
      await ended
      isBetween = false
      if (!isStopped) child = watch(start())
    },
  }

  function watch(begun: ChildProcess) {
    let sentence = 'The server could not start.'
    failedStarts += 1
    begun.on('message', told => {
      const failure = failureMessage.safeParse(told)
      const ready = readyMessage.safeParse(told)
      if (failure.success) sentence = failure.data.failed
      if (ready.success) becomeReady(ready.data)
    })
    begun.once('exit', (code, signal) => {
      const isReplaced = isBetween || begun !== child
      if (!isStopped && !isReplaced) replace(sentence, signal ?? `exit code ${code}`)
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
      child = watch(start())
    }
    if (failedStarts === 0) again()
    else timer = setTimeout(again, WAIT_AFTER_FAILURE_MS * 2 ** (failedStarts - 1))
  }
}

/** Resolves to a process once it is ready. @throws Error with its sentence when it ends instead */
function readyOne(begun: ChildProcess) {
  return new Promise<ChildProcess>((resolve, reject) => {
    let sentence = 'The server could not start.'
    const fail = () => reject(new Error(sentence))
    begun.on('message', told => {
      sentence = failureMessage.safeParse(told).data?.failed ?? sentence
      if (!readyMessage.safeParse(told).success) return
      begun.off('exit', fail)
      resolve(begun)
    })
    begun.once('exit', fail)
  })
}

/** Lets a process finish what it is at. */
export async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
