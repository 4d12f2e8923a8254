import { newToken } from '#lib/security/tokens.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'

/** Lifetime of a reconfirmation link, in days. */
export const RECONFIRMATION_LINK_LIFETIME_DAYS = 180

/** A new link for a signature, for the change that the publication `letterVersionId` made. */
export function newReconfirmationLink(signatureId: string, letterVersionId: string, now: Date) {
  const { id, tokenHash } = newToken('extend')
  const expiresAt = new Date(now.getTime() + RECONFIRMATION_LINK_LIFETIME_DAYS * DAY_MS)
  return { id, signatureId, letterVersionId, tokenHash, expiresAt }
}
