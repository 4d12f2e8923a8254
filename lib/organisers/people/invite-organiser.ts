import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { OrganiserRole } from '#lib/database/types.ts'
import { readEmailAddress } from '#lib/text/email-address.ts'
import { mailAccountNotice } from '../account-notices.ts'
import { type LinkOptions, makeMailedLink } from './organiser-link.ts'

/** Outcome of an invitation; the token is for a terminal, null if it is mailed. */
export type InviteOutcome =
  | { outcome: 'invited'; email: string; token: string | null }
  | { outcome: 'known' | 'invalid-address' }

/** Actor: an owner in the console, or whoever sits at the server's terminal. */
export type Inviter = Pick<Organiser, 'id' | 'networkHash'> | null

/**
 * Invites an organiser. A pending invitation is renewed with this role; an organiser who joined already is
 * unchanged.
 */
export async function inviteOrganiser(
  typed: string,
  role: OrganiserRole,
  by: Inviter,
  options: LinkOptions = {},
): Promise<InviteOutcome> {
  const email = readEmailAddress(typed)
  if (!email) return { outcome: 'invalid-address' }
  return database.$transaction(async transaction => {
    const known = await transaction.organiser.findUnique({ where: { email } })
    if (known?.hasSecondFactor) return { outcome: 'known' }
    const { id } = await transaction.organiser.upsert({
      where: { email },
      create: { email, role },
      update: { role },
    })
    const link = { ...options, invitedById: by?.id }
    const token = await makeMailedLink(transaction, id, 'organiser_invitation', link)
    await recordAuditEvent(
      { by, kind: 'organiser-invited', subject: id, details: { role } },
      transaction,
    )
    await mailAccountNotice(transaction, 'organiser-invited', id, by?.id ?? null)
    return { outcome: 'invited', email, token }
  })
}
