import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { isLinkAlive } from '#lib/security/link-expiry.ts'
import { hashToken, newToken } from '#lib/security/tokens.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { MAGIC_LINK_LIFETIME_MINUTES } from './request-magic-link.ts'

/** Lifetime of a signatory session, in minutes. */
export const SIGNATORY_SESSION_LIFETIME_MINUTES = 30

/**
 * Opens a signatory session by a magic link, which works once. Resolves to the session's token, or null for an
 * invalid link, whatever the reason.
 */
export async function openSignatorySession(
  linkToken: unknown,
  now = sharedNow(),
): Promise<string | null> {
  const tokenHash = hashToken(linkToken)
  if (!tokenHash) return null
  return database.$transaction(async transaction => {
    const used = await transaction.magicLink.updateMany({
      where: { tokenHash, usedAt: null, ...isLinkAlive(MAGIC_LINK_LIFETIME_MINUTES, now) },
      data: { usedAt: now },
    })
    if (used.count === 0) return null
    const { signatureId } = await transaction.magicLink.findUniqueOrThrow({ where: { tokenHash } })
    const session = newToken('own-session')
    const expiresAt = new Date(now.getTime() + SIGNATORY_SESSION_LIFETIME_MINUTES * MINUTE_MS)
    await transaction.signatorySession.create({
      data: { id: session.id, tokenHash: session.tokenHash, signatureId, expiresAt },
    })
    return session.token
  })
}

/** The signature of a session, as it is stored; null without a valid session. */
export async function readOwnSignature(sessionToken: unknown, now = sharedNow()) {
  const tokenHash = hashToken(sessionToken)
  if (!tokenHash) return null
  const session = await database.signatorySession.findFirst({
    where: { tokenHash, expiresAt: { gt: now }, signature: { status: { not: 'withdrawn' } } },
    select: { signature: true },
  })
  return session?.signature ?? null
}

/** Ends a signatory session. */
export async function endSignatorySession(sessionToken: unknown) {
  const tokenHash = hashToken(sessionToken)
  if (tokenHash) await database.signatorySession.deleteMany({ where: { tokenHash } })
}
