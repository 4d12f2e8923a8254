import { database } from '#lib/database/client.ts'
import { withPatience } from '#lib/database/patience.ts'
import { Prisma } from '#lib/database/types.ts'
import { logEvent } from '#lib/log/log.ts'
import { DAY_MS, MINUTE_MS } from '#lib/time/time-spans.ts'
import { correctCounts } from './queries/counts.ts'

/** Days during which organisers are shown that counts were wrong. */
const NOTICE_DAYS = 7

/** Some minutes at five million signatures, most of them at rest; a busy machine takes longer. */
const LONGEST_CHECK_MS = 60 * MINUTE_MS

/**
 * Once on each day of UTC, by one instance, compares the counts with all signatures and puts right what
 * differs, with a line in the log. Resolves to how many counts were wrong; null when the day has its comparison, or
 * it was stopped. One that fails, or is stopped, is made again.
 */
export async function checkCounts(now = new Date(), signal?: AbortSignal): Promise<number | null> {
  const day = dayOf(now)
  const { count } = await database.signatureCountCheck.createMany({
    data: [{ day }],
    skipDuplicates: true,
  })
  if (count === 0) return null
  const differences = await withPatience('batch', () => correctAndNote(day, signal)).catch(
    async error => {
      await database.signatureCountCheck.deleteMany({ where: { day } })
      if (signal?.aborted) return null
      throw error
    },
  )
  if (differences === null) return null
  if (differences > 0) logEvent('counts-differed', { differences })
  await database.signatureCountCheck.deleteMany({ where: { day: { lt: firstShown(now) } } })
  return differences
}

/** The last comparison that found counts wrong, within the last seven days; null when all were right. */
export function readCountsNotice(now = new Date()) {
  return database.signatureCountCheck.findFirst({
    where: { differences: { gt: 0 }, day: { gte: firstShown(now) } },
    orderBy: { day: 'desc' },
  })
}

function correctAndNote(day: Date, signal?: AbortSignal) {
  return database.$transaction(
    async transaction => {
      const differences = await correctCounts(transaction, signal)
      await transaction.signatureCountCheck.updateMany({ where: { day }, data: { differences } })
      return differences
    },
    {
      isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead,
      timeout: LONGEST_CHECK_MS,
    },
  )
}

function firstShown(now: Date) {
  return dayOf(new Date(now.getTime() - NOTICE_DAYS * DAY_MS))
}

function dayOf(moment: Date) {
  return new Date(Math.floor(moment.getTime() / DAY_MS) * DAY_MS)
}
