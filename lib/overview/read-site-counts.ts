import { readLastBackup } from '#lib/backup/run-backups.ts'
import { database } from '#lib/database/client.ts'
import { countFailed } from '#lib/mail/outbox/failed-mails.ts'
import { kindsByImportance } from '#lib/mail/outbox/importance.ts'
import { readFacetCounts } from '#lib/signatures/queries/counts.ts'
import { SECOND_MS } from '#lib/time/time-spans.ts'
import { countOutboxByAge, oldestDue } from './queries.ts'

export type SiteCounts = Awaited<ReturnType<typeof readSiteCounts>>

/** What whoever watches over the site sees of its database: numbers alone. */
export async function readSiteCounts(now = new Date()) {
  const [tally, outbox, oldest, failed, check, backup] = await Promise.all([
    readFacetCounts(['tally']),
    countOutboxByAge(),
    oldestDue(kindsByImportance()),
    countFailed(),
    database.signatureCountCheck.findFirst({
      where: { differences: { not: null } },
      orderBy: { day: 'desc' },
    }),
    readLastBackup(),
  ])
  return {
    signatures: byState(tally),
    outbox,
    oldestDueSeconds: oldest ? (now.getTime() - oldest.getTime()) / SECOND_MS : 0,
    failedMails: failed.failed,
    countsDiffered: check?.differences ?? 0,
    backup: backup && { at: backup.finishedAt, bytes: Number(backup.bytes) },
  }
}

function byState(tally: { key: (string | null)[]; signatures: number }[]) {
  const sums: Record<string, number> = {}
  for (const { key, signatures } of tally) {
    const [state] = key
    if (state) sums[state] = (sums[state] ?? 0) + signatures
  }
  return sums
}
