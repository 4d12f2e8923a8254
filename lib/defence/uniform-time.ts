import { setTimeout as wait } from 'node:timers/promises'

/**
 * Does `work` and answers no sooner than `ms` milliseconds after its start, so that the time taken
 * does not tell which way the work went. `work` should be well within `ms` whichever way it goes.
 */
export async function inUniformTime<Result>(ms: number, work: () => Promise<Result>) {
  const [result] = await Promise.allSettled([work(), wait(ms)])
  if (result.status === 'rejected') throw result.reason
  return result.value
}
