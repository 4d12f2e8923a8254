import { database } from '#lib/database/client.ts'
import { countFailed } from '#lib/mail/outbox/failed-mails.ts'
import { UNTIL_LOOKED_AT } from '#lib/signatures/mail-pace.ts'
import { readBrakes } from '#lib/signatures/trust/brakes.ts'
import { countHeldByReason } from './queries.ts'

/** Work that waits: signatures to review, mails to send. */
export async function readWaiting() {
  const [held, statements, reported, ended, mailsWaiting, mailsKept, brakes] = await Promise.all([
    countHeldByReason(),
    database.signature.count({ where: { status: 'confirmed', statementStatus: 'waiting' } }),
    database.signature.count({
      where: { status: 'confirmed', reports: { some: { decidedAt: null } } },
    }),
    countFailed(),
    database.mail.count({
      where: { status: { in: ['waiting', 'sending'] }, nextAttemptAt: { lt: UNTIL_LOOKED_AT } },
    }),
    database.mail.count({ where: { status: 'waiting', nextAttemptAt: UNTIL_LOOKED_AT } }),
    readBrakes(),
  ])
  const mailsFailed = ended.failed + ended.unknown
  const mails = { mailsFailed, mailsWaiting, mailsKept }
  return { held, statements, reported, ...mails, brakes: brakes.length }
}
