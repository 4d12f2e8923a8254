import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { OrganiserRole } from '#lib/database/types.ts'
import { mailAccountNotice } from '../account-notices.ts'
import type { Inviter } from './invite-organiser.ts'
import { isLastOwner } from './last-owner.ts'

/** Outcome of a change to an organiser. Nobody changes or removes herself, not even by accident. */
export type PeopleOutcome = { outcome: 'done' | 'unknown' | 'yourself' | 'last-owner' }

/** Changes an organiser's role, effective at her next request. */
export async function changeRole(
  organiserId: string,
  role: OrganiserRole,
  by: Inviter,
): Promise<PeopleOutcome> {
  if (organiserId === by?.id) return { outcome: 'yourself' }
  return database.$transaction(async transaction => {
    const organiser = await transaction.organiser.findUnique({ where: { id: organiserId } })
    if (!organiser) return { outcome: 'unknown' }
    if (role !== 'owner' && (await isLastOwner(organiserId, transaction))) {
      return { outcome: 'last-owner' }
    }
    await transaction.organiser.update({ where: { id: organiserId }, data: { role } })
    await recordAuditEvent(
      {
        by,
        kind: 'organiser-role-changed',
        subject: organiserId,
        details: { from: organiser.role, to: role },
      },
      transaction,
    )
    await mailAccountNotice(transaction, 'organiser-role-changed', organiserId, by?.id ?? null)
    return { outcome: 'done' }
  })
}
