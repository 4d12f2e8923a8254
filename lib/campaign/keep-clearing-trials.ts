import { type Interval, runLoop } from '#lib/process/run-loop.ts'
import { clearTrials } from './trials.ts'

/** Deletes signatures of a preview once a date has opened the letter, until `signal` is aborted. */
export function keepClearingTrials(signal: AbortSignal, interval: Interval) {
  return runLoop(signal, interval, async () => {
    await clearTrials()
  })
}
