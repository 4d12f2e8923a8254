import { database } from '#lib/database/client.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'

/** Who was invited or reset by somebody approves nothing of hers for so many days. */
export const NEWCOMER_DAYS = 7

const INTRODUCTIONS = ['organiser-invited', 'organiser-reset']

/**
 * Whether an organiser came in, or in again, within the last days by the hand of who asks, or by that
 * of somebody whom she had brought in: a second person must not be the first one's own making.
 */
export async function isIntroducedBy(organiserId: string, requestedById: string, now = new Date()) {
  const since = new Date(now.getTime() - NEWCOMER_DAYS * DAY_MS)
  const seen = new Set<string>()
  let introduced = [organiserId]
  while (introduced.length > 0) {
    for (const id of introduced) seen.add(id)
    const introducers = await introducersOf(introduced, since)
    if (introducers.includes(requestedById)) return true
    introduced = introducers.filter(id => !seen.has(id))
  }
  return false
}

async function introducersOf(ids: string[], since: Date) {
  const events = await database.auditRecord.findMany({
    where: { kind: { in: INTRODUCTIONS }, subject: { in: ids }, at: { gt: since } },
    select: { organiserId: true },
  })
  return [...new Set(events.flatMap(({ organiserId }) => organiserId ?? []))]
}
