import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { endedMails, type FailedGroup } from '#lib/mail/outbox/failed-mails.ts'

/**
 * Returns a group of failed mails to the outbox as if new. Mails whose outcome is unknown may then arrive
 * twice: an organiser decides that, never the worker. Resolves to their number.
 */
export async function retryFailedMails(
  organiser: Organiser,
  { status, code }: Pick<FailedGroup, 'status' | 'code'>,
  now = new Date(),
) {
  return database.$transaction(async transaction => {
    const { count } = await transaction.mail.updateMany({
      where: { AND: [endedMails(), { status, lastError: code || null }] },
      data: {
        status: 'waiting',
        attempts: 0,
        nextAttemptAt: now,
        lastError: null,
        batchId: null,
        providerId: null,
        delivery: null,
      },
    })
    const details = { status, code }
    await recordAuditEvent(
      { by: organiser, kind: 'mail-sent-again', rows: count, details },
      transaction,
    )
    return count
  })
}
