import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import type { Prisma } from '#lib/database/types.ts'
import { isLinkAlive } from '#lib/security/link-expiry.ts'
import { hashToken, newToken } from '#lib/security/tokens.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'

/** Lifetime of a link printed at a terminal, in minutes. */
export const TERMINAL_LINK_MINUTES = 30

/** Lifetime of an invitation once its mail was sent. */
export const INVITATION_DAYS = 3
export const INVITATION_MINUTES = INVITATION_DAYS * 24 * 60

export type LinkOptions = {
  minutes?: number
  now?: Date
  /** Language of the mail that carries the link; without it the link is for a terminal to show. */
  mailIn?: string
  /** Organiser who invites, whom the mail names. */
  invitedById?: string | undefined
}

/** Organiser of the link; null: the first owner, who types her address herself. */
export type LinkHolder = { id: string; email: string } | null

/**
 * Makes a single-use link for an organiser; her earlier links end, and so do the mails that carry them.
 * Resolves to its id and its token, which is stored nowhere else.
 */
export async function makeOrganiserLink(
  organiserId: string | null,
  minutes: number,
  transaction: Prisma.TransactionClient = database,
  now = sharedNow(),
  invitedById?: string,
) {
  const { id, token, tokenHash } = newToken('organiser-link')
  await transaction.organiserLink.deleteMany({ where: { organiserId, usedAt: null } })
  const expiresAt = new Date(now.getTime() + minutes * MINUTE_MS)
  await transaction.organiserLink.create({
    data: { id, organiserId, invitedById: invitedById ?? null, tokenHash, expiresAt },
  })
  return { id, token }
}

/**
 * Makes an organiser link, and its mail where `mailIn` gives a language. Resolves to the link's token for a
 * terminal, and to null if it is mailed: the requester must not be able to use it.
 */
export async function makeMailedLink(
  transaction: Prisma.TransactionClient,
  organiserId: string,
  kind: 'organiser_invitation' | 'organiser_reset',
  { minutes = INVITATION_MINUTES, now = sharedNow(), mailIn, invitedById }: LinkOptions,
) {
  const { id, token } = await makeOrganiserLink(organiserId, minutes, transaction, now, invitedById)
  const times = { createdAt: now, nextAttemptAt: now }
  if (mailIn) {
    await transaction.mail.create({
      data: { kind, organiserId, organiserLinkId: id, locale: mailIn, ...times },
    })
  }
  return mailIn ? null : token
}

/** Organiser of a valid link. Undefined for any other, whatever the reason. */
export async function readOrganiserLink(
  token: unknown,
  now = sharedNow(),
): Promise<{ holder: LinkHolder } | undefined> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return undefined
  const link = await database.organiserLink.findFirst({
    where: { tokenHash, usedAt: null, ...isLinkAlive(INVITATION_MINUTES, now) },
    select: { organiser: { select: { id: true, email: true } } },
  })
  if (!link) return undefined
  if (!link.organiser && (await database.organiser.count()) > 0) return undefined
  return { holder: link.organiser }
}

/** Uses a link up. False if it was used meanwhile. */
export async function useOrganiserLink(
  token: unknown,
  transaction: Prisma.TransactionClient,
  now = sharedNow(),
) {
  const { count } = await transaction.organiserLink.updateMany({
    where: {
      tokenHash: hashToken(token) ?? '',
      usedAt: null,
      ...isLinkAlive(INVITATION_MINUTES, now),
    },
    data: { usedAt: now },
  })
  return count === 1
}
