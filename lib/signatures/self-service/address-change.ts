import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { deriveToken, hashToken, newToken } from '#lib/security/tokens.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'

/** Hours within which both addresses must confirm. */
export const ADDRESS_CHANGE_HOURS = 48

/** Which mailbox a link was mailed to. */
export type AddressSide = 'new' | 'former'

/** A new change: what the database keeps of it. Each mailbox gets a token of its own, derived from the id. */
export function newAddressChange(now: Date) {
  const { id, tokenHash } = newToken('new-address')
  return {
    id,
    newTokenHash: tokenHash,
    formerTokenHash: hashToken(deriveToken('former-address', id)) ?? '',
    createdAt: now,
    expiresAt: new Date(now.getTime() + ADDRESS_CHANGE_HOURS * HOUR_MS),
  }
}

/** The tokens that the two mails of a change carry. */
export function addressTokens(id: string): Record<AddressSide, string> {
  return { new: deriveToken('new-address', id), former: deriveToken('former-address', id) }
}

/** The change that a link stands for and whose link it is; null where it no longer works. */
export async function findAddressChange(token: unknown, now = sharedNow()) {
  const hash = hashToken(token)
  if (!hash) return null
  const change = await database.addressChange.findFirst({
    where: {
      OR: [{ newTokenHash: hash }, { formerTokenHash: hash }],
      expiresAt: { gt: now },
      usedAt: null,
      signature: { status: { in: ['confirmed', 'held'] } },
    },
  })
  return change && { change, side: sideOf(change, hash) }
}

function sideOf({ newTokenHash }: { newTokenHash: string }, hash: string): AddressSide {
  return newTokenHash === hash ? 'new' : 'former'
}
