import { database } from '#lib/database/client.ts'
import { OVERDUE_AFTER_HOURS } from '#lib/moderation/queue-age.ts'
import { readTrends } from '#lib/moderation/read-trends.ts'
import { keyedHash } from '#lib/security/tokens.ts'
import { readBrakes } from '#lib/signatures/trust/brakes.ts'
import { isFreeProvider } from '#lib/signatures/trust/mail-domains.ts'
import { DAY_MS, HOUR_MS } from '#lib/time/time-spans.ts'
import { countHeldBefore } from '../queries.ts'
import type { Situation } from './find-alerts.ts'

/** What the site knows at this moment that owners may be told of. */
export async function readSituation(now: Date): Promise<Situation> {
  const [{ networks, domains, presses }, brakes, overdue, mails, milestones] = await Promise.all([
    readTrends(now),
    readBrakes(now),
    countHeldBefore(new Date(now.getTime() - OVERDUE_AFTER_HOURS * HOUR_MS)),
    readMails(now),
    database.milestone.findMany(),
  ])
  // Providers of mailboxes for everyone are where everyone comes from.
  const ownDomains = domains.filter(({ key }) => !isFreeProvider(`someone@${key}`))
  const ofPresses = presses.map(({ key, day }) => ({ key: `press:${key}`, day }))
  const trends = [...networks, ...ownDomains, ...ofPresses].map(({ key, day }) => ({
    key: keyedHash('owner-alert', key),
    day,
  }))
  return { trends, brakes, overdue, mails, milestones }
}

/** Mails of today and yesterday: those that went and came back as they are counted for the console. */
async function readMails(now: Date): Promise<Situation['mails']> {
  const since = new Date((Math.floor(now.getTime() / DAY_MS) - 1) * DAY_MS)
  const [days, failed] = await Promise.all([
    database.mailDailyStats.aggregate({
      where: { domain: '', day: { gte: since } },
      _sum: { sent: true, bounced: true },
    }),
    database.mail.count({
      where: { status: { in: ['failed', 'unknown'] }, createdAt: { gte: since } },
    }),
  ])
  return { sent: days._sum.sent ?? 0, bounced: days._sum.bounced ?? 0, failed }
}
