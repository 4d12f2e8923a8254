import { type Interval, runLoop } from '#lib/process/run-loop.ts'
import { foldCountDeltas } from './queries/counts.ts'

/**
 * Folds the deltas of the counts, until `signal` is aborted.
 * @param report is called with a sentence on failure; counts stay right, reading them costs more.
 */
export async function keepCounting(
  signal: AbortSignal,
  interval: Interval,
  report: (sentence: string) => void,
) {
  const fold = async () => {
    await foldCountDeltas()
  }
  await runLoop(signal, interval, fold, () =>
    report('Counts are folded once the database answers.'),
  )
}
