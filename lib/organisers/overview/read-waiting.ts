import { database } from '#lib/database/client.ts'
import type { HoldReason } from '#lib/database/types.ts'
import { countFailed } from '#lib/mail/outbox/failed-mails.ts'

/** What waits for somebody: for a look at signatures, or for mails to go. */
export async function readWaiting() {
  const [held, statements, reported, ended, mailsWaiting] = await Promise.all([
    database.$queryRaw<{ reason: HoldReason; signatures: number }[]>`
      SELECT unnest("holdReasons")::text AS reason, count(*)::int AS signatures
      FROM signature WHERE status = 'held' GROUP BY 1 ORDER BY 2 DESC, 1`,
    database.signature.count({ where: { status: 'confirmed', statementStatus: 'waiting' } }),
    database.signature.count({ where: { status: 'confirmed', reports: { some: {} } } }),
    countFailed(),
    database.mail.count({ where: { status: { in: ['waiting', 'sending'] } } }),
  ])
  return { held, statements, reported, mailsFailed: ended.failed + ended.unknown, mailsWaiting }
}
