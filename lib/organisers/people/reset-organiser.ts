import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { mailAccountNotice } from '../account-notices.ts'
import { takeAwayFactors } from './factors.ts'
import type { Inviter } from './invite-organiser.ts'
import { type LinkOptions, makeMailedLink } from './organiser-link.ts'

/** What became of a reset; the new link's token, for a terminal, is null where a mail carries it. */
export type ResetOutcome =
  | { outcome: 'reset'; email: string; token: string | null }
  | { outcome: 'unknown' | 'yourself' }

/**
 * For who lost her phone, or had it stolen: password, second factors and sessions end at once, and a
 * new link leads in once.
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
