import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { mailAccountNotice } from '#lib/organisers/account-notices.ts'

/** Writes a mail to the organiser herself, which goes the way of every other: she sees whether it arrives. */
export async function sendTestMail(organiser: Organiser) {
  await database.$transaction(async transaction => {
    await mailAccountNotice(transaction, 'mail-tested', organiser.id)
    await recordAuditEvent({ by: organiser, kind: 'mail-tested' }, transaction)
  })
}
