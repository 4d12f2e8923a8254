import { setTimeout as wait } from 'node:timers/promises'

/**
 * Does `work` and answers no sooner than `ms` milliseconds after its start, so that the time taken
 * does not tell which way the work went. `work` should be well within `ms` whichever way it goes.
 */
export async function inUniformTime<Result>(ms: number, work: () => Promise<Result>) {
  const end = performance.now() + ms
  const [result] = await Promise.allSettled([work(), waitUntil(end)])
  if (result.status === 'rejected') throw result.reason
  return result.value
}

/** A timer counts from the beginning of the turn in which it is set: after long work it is early. */
async function waitUntil(end: number) {
  for (let left = end - performance.now(); left > 0; left = end - performance.now())
    await wait(left)
}
