import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'

/**
 * Days during which an organiser who was invited or reset approves no request of whoever invited or reset her.
 */
export const NEWCOMER_DAYS = 7

const INTRODUCTIONS = ['organiser-invited', 'organiser-reset']

/**
 * Whether an organiser was invited or reset within the last days by the requester, or by somebody whom the
 * requester had invited: an approver must be independent of the requester.
 */
export async function isIntroducedBy(
  organiserId: string,
  requestedById: string,
  now = sharedNow(),
) {
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
