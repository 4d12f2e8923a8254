import { ENDED_APPROVAL_DAYS } from '#lib/content/periods.ts'
import { database } from '#lib/database/client.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import type { RetentionRule } from './retention-rule.ts'

/** Deletes approvals that were used, refused or expired; the audit log keeps that they existed. */
export function approvalRule(): RetentionRule {
  const ended = (now: Date) => {
    const limit = new Date(now.getTime() - ENDED_APPROVAL_DAYS * DAY_MS)
    return { OR: [{ expiresAt: { lt: limit } }, { usedAt: { lt: limit } }] }
  }
  return {
    name: 'approvals',
    says: `approvals that ended more than ${ENDED_APPROVAL_DAYS} days ago`,
    count: now => database.approval.count({ where: ended(now) }),
    enforce: async now => (await database.approval.deleteMany({ where: ended(now) })).count,
  }
}
