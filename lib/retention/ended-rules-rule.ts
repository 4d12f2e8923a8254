import { ENDED_APPROVAL_DAYS } from '#lib/content/periods.ts'
import { database } from '#lib/database/client.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import type { RetentionRule } from './retention-rule.ts'

/** Deletes rules of who is held that have ended; the audit log keeps that they existed. */
export function endedRulesRule(): RetentionRule {
  const ended = (now: Date) => {
    const limit = new Date(now.getTime() - ENDED_APPROVAL_DAYS * DAY_MS)
    return { OR: [{ endsAt: { lt: limit } }, { endedAt: { lt: limit } }] }
  }
  return {
    name: 'signing-rules',
    says: `rules of who is held that ended more than ${ENDED_APPROVAL_DAYS} days ago`,
    count: now => database.signingRule.count({ where: ended(now) }),
    enforce: async now => (await database.signingRule.deleteMany({ where: ended(now) })).count,
  }
}
