import { database } from '#lib/database/client.ts'
import { withLockIfFree } from '#lib/database/locks.ts'
import type { Prisma } from '#lib/database/types.ts'
import { type Interval, runLoop } from '#lib/process/run-loop.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { insertDailyMailStats } from '../queries.ts'

/** Days for which events of a mail may arrive; earlier days are not counted again. */
const DAYS_THAT_CHANGE = 4

/** Share of the database's time that counting may take. */
const PAUSE_PER_COUNTING = 20

/**
 * Counts the results of mails by day, until `signal` is aborted.
 * @param report is called with a sentence when they cannot be counted.
 */
export async function keepCountingMails(
  signal: AbortSignal,
  interval: Interval,
  report: (sentence: string) => void,
) {
  await runLoop(signal, interval, async () => {
    const start = Date.now()
    await countDailyMailStats().catch(() => report('Mails are counted once the database answers.'))
    return Math.max(interval.ms, PAUSE_PER_COUNTING * (Date.now() - start))
  })
}

/** Counts mails of the days that may still change; one instance at a time. */
export async function countDailyMailStats(now = new Date()) {
  for (let ago = 0; ago < DAYS_THAT_CHANGE; ago += 1) {
    const day = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS - ago * DAY_MS)
    await database.$transaction(transaction => countDay(transaction, day), { timeout: 60_000 })
  }
}

/** A mail's id says when it was written: the days are ranges of the primary key (RFC 9562, 5.7). */
async function countDay(transaction: Prisma.TransactionClient, day: Date) {
  if (!(await withLockIfFree(transaction, 'mail-days'))) return
  const from = firstIdOf(day)
  const to = firstIdOf(new Date(day.getTime() + DAY_MS))
  await transaction.mailDailyStats.deleteMany({ where: { day } })
  await insertDailyMailStats(transaction, day, { from, to })
}

/** Smallest UUID version 7 of a time: its first 48 bits are milliseconds since 1970. */
function firstIdOf(moment: Date) {
  const digits = moment.getTime().toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`
}
