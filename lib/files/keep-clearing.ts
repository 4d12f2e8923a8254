import { type Interval, runLoop } from '#lib/process/run-loop.ts'
import { deleteExpiredFiles } from './queries.ts'

/** Deletes files whose time is over, again and again until `signal` is aborted. */
export async function keepClearing(
  signal: AbortSignal,
  interval: Interval,
  report: (sentence: string) => void,
) {
  await runLoop(
    signal,
    interval,
    async () => void (await deleteExpiredFiles()),
    () => report('Files whose time is over could not be deleted.'),
  )
}
