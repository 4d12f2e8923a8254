import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { endedMails, type FailedGroup } from '#lib/mail/outbox/failed-mails.ts'

/**
 * Puts the mails of a group back into the outbox, as if they had just been written. What may have
 * arrived already may then arrive twice: an organiser decides that, the worker never does. Resolves to how many.
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
