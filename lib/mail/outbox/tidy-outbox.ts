import { database } from '#lib/database/client.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'

/** Counts of minutes are needed for the quota of a day. */
const MINUTES_KEPT_DAYS = 2

/** Long after any webhook that tells of its mails. */
const BATCHES_KEPT_DAYS = 30

/** Deletes what the outbox needs no more. Nothing of it is personal: mails go with their signatures. */
export async function tidyOutbox(now = new Date()) {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  await database.mailQuotaUsage.deleteMany({ where: { minute: { lt: before(MINUTES_KEPT_DAYS) } } })
  await database.mailBatch.deleteMany({
    where: { status: { not: 'open' }, createdAt: { lt: before(BATCHES_KEPT_DAYS) } },
  })
}
