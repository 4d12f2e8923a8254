import { randomUUID } from 'node:crypto'
import { deriveToken, hashToken } from '#lib/defence/tokens.ts'

/** How long the link of a confirmation mail works, in days. */
export const CONFIRMATION_LINK_LIFETIME_DAYS = 14

/** A new link: its id, what the database keeps of its token, and when it ends. */
export function newConfirmationLink(now: Date) {
  const id = randomUUID()
  return {
    id,
    tokenHash: hashToken(deriveToken('confirm', id)) ?? '',
    expiresAt: new Date(now.getTime() + CONFIRMATION_LINK_LIFETIME_DAYS * 24 * 60 * 60 * 1000),
  }
}

/** The token that the mail carries for the link `id`. */
export function confirmationToken(id: string) {
  return deriveToken('confirm', id)
}
