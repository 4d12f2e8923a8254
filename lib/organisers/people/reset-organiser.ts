import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { mailAccountNotice } from '../account-notices.ts'
import { takeAwayFactors } from './factors.ts'
import type { Inviter } from './invite-organiser.ts'
import { type LinkOptions, makeMailedLink } from './organiser-link.ts'

/** Outcome of a reset; the token is for a terminal, null if it is mailed. */
export type ResetOutcome =
  | { outcome: 'reset'; email: string; token: string | null }
  | { outcome: 'unknown' | 'yourself' }

/**
 * Resets an organiser whose credentials were lost or stolen: removes password, second factors and sessions, and
 * makes a single-use link.
 */
export async function resetOrganiser(
  organiserId: string,
  by: Inviter,
  options: LinkOptions = {},
): Promise<ResetOutcome> {
  if (organiserId === by?.id) return { outcome: 'yourself' }
  return database.$transaction(async transaction => {
    const organiser = await transaction.organiser.findUnique({ where: { id: organiserId } })
    if (!organiser) return { outcome: 'unknown' }
    await takeAwayFactors(organiserId, transaction)
    const token = await makeMailedLink(transaction, organiserId, 'organiser_reset', options)
    await recordAuditEvent({ by, kind: 'organiser-reset', subject: organiserId }, transaction)
    await mailAccountNotice(transaction, 'organiser-reset', organiserId, by?.id ?? null)
    return { outcome: 'reset', email: organiser.email, token }
  })
}
