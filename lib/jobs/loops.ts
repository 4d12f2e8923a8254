import { keepAuditCheckpoints } from '#lib/audit/audit-checkpoints.ts'
import { runBackups } from '#lib/backup/run-backups.ts'
import { keepEnqueueing } from '#lib/broadcasts/enqueue-broadcast.ts'
import { keepClearingTrials } from '#lib/campaign/keep-clearing-trials.ts'
import { runDeliveries } from '#lib/delivery/run-deliveries.ts'
import { env } from '#lib/env/env.ts'
import { keepClearing } from '#lib/files/keep-clearing.ts'
import { logEvent } from '#lib/log/log.ts'
import type { MailTransport } from '#lib/mail/message.ts'
import { runMailWorker } from '#lib/mail/outbox/worker.ts'
import { runBulkActions } from '#lib/moderation/bulk/run-bulk-actions.ts'
import { jobLastRound, jobRounds } from '#lib/monitoring/metrics.ts'
import { keepAlerting } from '#lib/overview/alerts/keep-alerting.ts'
import { keepCountingMails } from '#lib/overview/mail/count-daily-mail-stats.ts'
import type { Interval } from '#lib/process/run-loop.ts'
import { keepForgetting } from '#lib/security/keep-forgetting.ts'
import { keepCounting } from '#lib/signatures/keep-counting.ts'
import { keepTakingForms } from '#lib/signatures/repeated-forms.ts'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#lib/time/time-spans.ts'
import { runWebhooks } from '#lib/webhooks/run-webhooks.ts'
import { runScheduledJobs } from './run-scheduled-jobs.ts'

/** What the loops need of the process that runs them. */
export type LoopSettings = {
  signal: AbortSignal
  transport: MailTransport
  /** Freezes and makes one delivery pack; rejects when it failed. */
  makePack: (id: string, signal: AbortSignal) => Promise<void>
  /** Writes one encrypted backup into a file; rejects when it failed. */
  makeBackup: (file: string, signal: AbortSignal) => Promise<void>
}

type Loop = {
  does: string
  interval: Interval
  run: (
    settings: LoopSettings,
    interval: Interval,
    report: (sentence: string) => void,
  ) => Promise<void>
}

/** Every loop of the server, by the name that `job-failed` has in the log; none is anywhere else. */
export const LOOPS = {
  outbox: {
    does: 'Sends the mails that are due.',
    interval: { ms: SECOND_MS / 2, afterFailureMs: 5 * SECOND_MS },
    run: ({ transport, signal }, ...how) => runMailWorker(transport, signal, ...how),
  },
  housekeeping: {
    does: 'Reminds, asks, deletes: the schedule of run-scheduled-jobs.ts.',
    interval: { ms: HOUR_MS },
    run: ({ signal }, ...how) => runScheduledJobs(signal, ...how),
  },
  'audit-checkpoints': {
    does: 'Writes the head of the audit log down outside of the database.',
    interval: { ms: MINUTE_MS },
    run: ({ signal }, interval) =>
      keepAuditCheckpoints(env.DATA_FOLDER, signal, interval, head =>
        logEvent('audit-checkpoint', { head }),
      ),
  },
  broadcasts: {
    does: 'Writes the mails of broadcasts that are under way into the outbox.',
    interval: { ms: 3 * SECOND_MS, afterFailureMs: 30 * SECOND_MS },
    run: ({ signal }, ...how) => keepEnqueueing(signal, ...how),
  },
  trials: {
    does: 'Deletes the signatures of a preview that a date has opened.',
    interval: { ms: 5 * SECOND_MS, afterFailureMs: 30 * SECOND_MS },
    run: ({ signal }, interval) => keepClearingTrials(signal, interval),
  },
  'repeated-forms': {
    does: 'Takes forms of known addresses that a web process has left: it was killed, it failed, it is behind.',
    interval: { ms: 5 * SECOND_MS },
    run: ({ signal }, ...how) => keepTakingForms(signal, ...how),
  },
  counts: {
    does: 'Folds the changes of the counts of signatures: a second of a surge is some hundred rows.',
    interval: { ms: SECOND_MS },
    run: ({ signal }, ...how) => keepCounting(signal, ...how),
  },
  'mail-days': {
    does: 'Counts what became of the mails of the last days; waits longer where counting is slow.',
    interval: { ms: 30 * SECOND_MS },
    run: ({ signal }, ...how) => keepCountingMails(signal, ...how),
  },
  alerts: {
    does: 'Finds what owners should know, keeps milestones, and mails it once an hour at most.',
    interval: { ms: 5 * MINUTE_MS },
    run: ({ signal }, interval) => keepAlerting(signal, interval),
  },
  limits: {
    does: 'Deletes counts of clients and paces of mails that are at rest.',
    interval: { ms: MINUTE_MS },
    run: ({ signal }, interval) => keepForgetting(signal, interval),
  },
  deliveries: {
    does: 'Makes the delivery packs that were asked for, and clears away those with somebody who was erased.',
    interval: { ms: SECOND_MS },
    run: ({ makePack, signal }, ...how) => runDeliveries(makePack, signal, ...how),
  },
  backups: {
    does: 'Makes the backup of the night, and deletes those that are too old.',
    interval: { ms: 5 * MINUTE_MS, afterFailureMs: HOUR_MS },
    run: ({ makeBackup, signal }, ...how) =>
      runBackups({ folder: env.BACKUP_FOLDER, makeBackup }, signal, ...how),
  },
  files: {
    does: 'Deletes packs and files of former builds whose time is over.',
    interval: { ms: MINUTE_MS },
    run: ({ signal }, ...how) => keepClearing(signal, ...how),
  },
  'bulk-actions': {
    does: 'Goes on with bulk actions whose process was killed.',
    interval: { ms: 5 * SECOND_MS },
    run: ({ signal }, ...how) => runBulkActions(signal, ...how),
  },
  webhooks: {
    does: 'Sends webhooks that are due, and deletes the log of old ones.',
    interval: { ms: SECOND_MS, afterFailureMs: 30 * SECOND_MS },
    run: ({ signal }, ...how) => runWebhooks(signal, ...how),
  },
} as const satisfies Record<string, Loop>

function noteRound(job: string, wasWell: boolean) {
  jobRounds.inc({ job, result: wasWell ? 'ok' : 'failed' })
  if (wasWell) jobLastRound.set({ job }, Date.now() / SECOND_MS)
}

/** Runs them all until the signal is aborted; the promise settles when each has ended what it was at. */
export async function runLoops(settings: LoopSettings) {
  const loops: [string, Loop][] = Object.entries(LOOPS)
  await Promise.all(
    loops.map(([job, { interval, run }]) =>
      run(settings, { ...interval, onRound: wasWell => noteRound(job, wasWell) }, sentence =>
        logEvent('job-failed', { job }, sentence),
      ),
    ),
  )
}
