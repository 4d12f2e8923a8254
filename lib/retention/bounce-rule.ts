import { database } from '#lib/database/client.ts'
import { BOUNCE_LASTS_DAYS, PAUSE_LASTS_DAYS, stillStands } from '#lib/suppression/suppression.ts'
import type { RetentionRule } from './retention-rule.ts'

/** Deletes expired bounces and pauses: their addresses are written to again. */
export function bounceRule(): RetentionRule {
  const due = (now: Date) => ({ NOT: stillStands(now) })
  return {
    name: 'bounces',
    says: `addresses whose mails bounced more than ${BOUNCE_LASTS_DAYS} days ago, and those that were paused more than ${PAUSE_LASTS_DAYS} days ago`,
    count: now => database.suppression.count({ where: due(now) }),
    enforce: async now => (await database.suppression.deleteMany({ where: due(now) })).count,
  }
}
