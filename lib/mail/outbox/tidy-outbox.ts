import { database } from '#lib/database/client.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'

/** Minutes of quota usage that are kept: the daily quota needs a day. */
const MINUTES_KEPT_DAYS = 2

/** Days for which batches are kept, longer than any webhook takes. */
const BATCHES_KEPT_DAYS = 30

/**
 * Deletes old quota usage and batches, and the addresses of mails that were not sent to who had hers erased. Nothing
 * else of it is personal: mails are deleted with their signatures.
 */
export async function tidyOutbox(now = new Date()) {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  await database.mailQuotaUsage.deleteMany({ where: { minute: { lt: before(MINUTES_KEPT_DAYS) } } })
  await database.mail.updateMany({
    where: { recipient: { not: null }, status: { notIn: ['waiting', 'sending'] } },
    data: { recipient: null },
  })
  await database.mailBatch.deleteMany({
    where: { status: { not: 'open' }, createdAt: { lt: before(BATCHES_KEPT_DAYS) } },
  })
}
