import { UNFINISHED_DAYS } from '#lib/content/limits.ts'
import { database } from '#lib/database/client.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import type { RetentionRule } from './retention-rule.ts'

/** Deletes batches from paper that were not imported, with their rows. */
export function paperRule(): RetentionRule {
  const unfinished = (now: Date) => ({
    status: { in: ['uploaded', 'checked'] as ('uploaded' | 'checked')[] },
    createdAt: { lt: new Date(now.getTime() - UNFINISHED_DAYS * DAY_MS) },
  })
  return {
    name: 'paper',
    says: `lists from paper that were not taken in within ${UNFINISHED_DAYS} days`,
    count: now => database.paperBatch.count({ where: unfinished(now) }),
    enforce: async now => (await database.paperBatch.deleteMany({ where: unfinished(now) })).count,
  }
}
