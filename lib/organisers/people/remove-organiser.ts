import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { mailAccountNotice } from '../account-notices.ts'
import type { PeopleOutcome } from './change-role.ts'
import type { Inviter } from './invite-organiser.ts'
import { isLastOwner } from './last-owner.ts'

/** Removes an organiser and ends her sessions. Her audit events stay. */
export async function removeOrganiser(organiserId: string, by: Inviter): Promise<PeopleOutcome> {
  if (organiserId === by?.id) return { outcome: 'yourself' }
  return database.$transaction(async transaction => {
    const organiser = await transaction.organiser.findUnique({ where: { id: organiserId } })
    if (!organiser) return { outcome: 'unknown' }
    if (await isLastOwner(organiserId, transaction)) return { outcome: 'last-owner' }
    await mailAccountNotice(transaction, 'organiser-removed', organiserId, by?.id ?? null)
    const { count } = await transaction.organiser.deleteMany({ where: { id: organiserId } })
    if (count === 0) return { outcome: 'unknown' }
    await recordAuditEvent(
      { by, kind: 'organiser-removed', subject: organiserId, details: { role: organiser.role } },
      transaction,
    )
    return { outcome: 'done' }
  })
}
