import { setTimeout as wait } from 'node:timers/promises'
import { foldCountDeltas } from './queries/counts.ts'

/** Readers add up what is not folded yet: a second of a surge is some hundred rows. */
const PAUSE_MS = 1_000

/**
 * Folds the changes of the counts of signatures each second, until `signal` is aborted.
 * @param report is called with a sentence when it cannot be done; counts stay right, reading them costs more.
 */
export async function keepCounting(signal: AbortSignal, report: (sentence: string) => void) {
  while (!signal.aborted) {
    await foldCountDeltas().catch(() => report('Counts are folded once the database answers.'))
    await wait(PAUSE_MS, undefined, { signal }).catch(() => undefined)
  }
}
