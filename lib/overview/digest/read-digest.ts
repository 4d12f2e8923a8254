import { timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import type { WeekFigures } from '#lib/mail/templates/weekly-digest.tsx'
import { readConfirmedByDay } from '#lib/signatures/queries/counts.ts'
import { readTally } from '#lib/signatures/tally.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { readWaiting } from '../read-waiting.ts'
import type { DigestWeek } from './digest-week.ts'

/** What a digest says of a week: numbers alone. */
export async function readDigest(
  { days, daysBefore }: DigestWeek,
  now: Date,
): Promise<WeekFigures> {
  const [byDay, tally, waiting, held, approvals, mails] = await Promise.all([
    readConfirmedByDay(timeZone(), now),
    readTally(0),
    readWaiting(),
    database.signature.count({ where: { status: 'held' } }),
    database.approval.count({ where: { decidedAt: null, usedAt: null, expiresAt: { gt: now } } }),
    readMails(days),
  ])
  const confirmedOn = new Map(byDay.map(({ day, signatures }) => [day, signatures]))
  const sum = (week: string[]) => week.reduce((all, day) => all + (confirmedOn.get(day) ?? 0), 0)
  const { statements, reported, mailsKept } = waiting
  return {
    from: days.at(0) ?? '',
    to: days.at(-1) ?? '',
    signatures: sum(days),
    before: sum(daysBefore),
    total: tally.signatures,
    waiting: { held, statements, reported, approvals, mailsKept },
    mails,
  }
}

/** Mails of a week, by the days of UTC, as they are counted for the console. */
async function readMails(days: string[]): Promise<WeekFigures['mails']> {
  const since = new Date(days.at(0) ?? '')
  const until = new Date(Date.parse(days.at(-1) ?? '') + DAY_MS)
  const [counted, failed] = await Promise.all([
    database.mailDailyStats.aggregate({
      where: { domain: '', day: { gte: since, lt: until } },
      _sum: { sent: true, bounced: true },
    }),
    database.mail.count({
      where: { status: { in: ['failed', 'unknown'] }, createdAt: { gte: since, lt: until } },
    }),
  ])
  return { sent: counted._sum.sent ?? 0, bounced: counted._sum.bounced ?? 0, failed }
}
