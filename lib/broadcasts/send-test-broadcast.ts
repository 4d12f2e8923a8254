import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { languages } from '#lib/content/languages.ts'
import { database } from '#lib/database/client.ts'
import { mayMailAgain } from '#lib/suppression/mail-limits.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { isComplete, languagesOf } from './broadcast-texts.ts'
import { readBroadcast } from './read-broadcasts.ts'

/** Test sendings of one organiser in an hour; each is one mail for each language. */
const TESTS_IN_AN_HOUR = 20

/** Outcome of a test sending. */
export type TestBroadcastOutcome = { outcome: 'sent' | 'incomplete' | 'unknown' | 'too-many' }

/** Sends a test of a broadcast, in each of its languages, to the organiser who asks and to nobody else. */
export async function sendTestBroadcast(
  organiser: Organiser,
  id: string,
  now = new Date(),
): Promise<TestBroadcastOutcome> {
  const broadcast = await readBroadcast(id)
  if (!broadcast) return { outcome: 'unknown' }
  if (!isComplete(broadcast)) return { outcome: 'incomplete' }
  return database.$transaction(async transaction => {
    const earlier = await transaction.mail.findMany({
      where: { kind: 'broadcast_test', organiserId: organiser.id },
      select: { createdAt: true },
    })
    const limit = { mails: TESTS_IN_AN_HOUR * languages().length, withinMs: HOUR_MS }
    if (!mayMailAgain(earlier, now, [limit])) return { outcome: 'too-many' }
    await transaction.mail.createMany({
      data: languagesOf(broadcast).map(locale => ({
        kind: 'broadcast_test' as const,
        broadcastId: id,
        organiserId: organiser.id,
        locale,
        createdAt: now,
        nextAttemptAt: now,
      })),
    })
    await recordAuditEvent({ by: organiser, kind: 'broadcast-tested', subject: id }, transaction)
    return { outcome: 'sent' }
  })
}
