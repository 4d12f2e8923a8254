import { database } from '#lib/database/client.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import type { RetentionRule } from './retention-rule.ts'

/** A mail domain may be one person's; the counts of all domains together stay. */
export function domainRule(days: number): RetentionRule {
  const old = (now: Date) => ({
    domain: { not: '' },
    day: { lt: new Date(now.getTime() - days * DAY_MS) },
  })
  return {
    name: 'domains',
    says: `counts of mails by mail domain older than ${days} days`,
    count: now => database.mailDailyStats.count({ where: old(now) }),
    enforce: async now => (await database.mailDailyStats.deleteMany({ where: old(now) })).count,
  }
}
