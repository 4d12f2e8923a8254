import { keepFirstNotice } from '#lib/broadcasts/read-privacy-notice.ts'
import { tidySaves } from '#lib/editing/tidy-saves.ts'
import { settleLostExports } from '#lib/exports/settle-lost-exports.ts'
import { tidyOutbox } from '#lib/mail/outbox/tidy-outbox.ts'
import { keepBulkActions } from '#lib/moderation/bulk/keep-bulk-actions.ts'
import { sendDigest } from '#lib/overview/digest/send-digest.ts'
import { type Interval, runLoop } from '#lib/process/run-loop.ts'
import { enforceRetention } from '#lib/retention/enforce-retention.ts'
import { tellOwnersOfErasure } from '#lib/retention/tell-owners.ts'
import { backfillKeys } from '#lib/signatures/backfill-keys.ts'
import { checkCounts } from '#lib/signatures/check-counts.ts'
import { askToReconfirm } from '#lib/signatures/reconfirmation-mails.ts'
import { remindPending } from '#lib/signatures/remind-pending.ts'
import { tidyBrakes } from '#lib/signatures/trust/brakes.ts'

type Job = (signal: AbortSignal) => Promise<unknown>

/** Whatever is due, in this order. */
const JOBS: Job[] = [
  () => keepFirstNotice(),
  () => remindPending(),
  () => askToReconfirm(),
  () => tellOwnersOfErasure(),
  () => sendDigest(),
  () => enforceRetention(),
  () => tidyOutbox(),
  () => tidySaves(),
  () => tidyBrakes(),
  () => settleLostExports(),
  () => keepBulkActions(),
  signal => checkCounts(new Date(), signal),
  signal => backfillKeys(signal),
]

/**
 * Reminds, asks, deletes and goes on with what is due, now and after each interval, until `signal` is aborted.
 * Several instances may do it at once: each row is taken by one.
 * @param report is called with a sentence when something could not be done.
 */
export async function runScheduledJobs(
  signal: AbortSignal,
  interval: Interval,
  report: (sentence: string) => void,
) {
  await runLoop(signal, interval, () => runJobs(report, JOBS, signal))
}

/**
 * Does each job, whatever became of the one before: what is to be deleted was promised. One that fails is tried once
 * more at once: of two transactions that wait for each other PostgreSQL ends one, which is to try again. Not at a stop.
 */
export async function runJobs(
  report: (sentence: string) => void,
  jobs = JOBS,
  signal = new AbortController().signal,
) {
  let hasFailed = false
  for (const job of jobs) {
    await job(signal)
      .catch(error => (signal.aborted ? Promise.reject(error) : job(signal)))
      .catch(() => {
        hasFailed = true
      })
  }
  if (hasFailed)
    report('Not all reminders and deletions could be done; they come again in an hour.')
}
