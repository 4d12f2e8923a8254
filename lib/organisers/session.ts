import { randomUUID } from 'node:crypto'
import { database } from '#lib/database/client.ts'
import { deriveToken, hashToken } from '#lib/defence/tokens.ts'

/** A session ends after this long without a page, in minutes. */
export const SESSION_IDLE_MINUTES = 30

/** A session ends after this long whatever happens, in hours. */
export const SESSION_LIFETIME_HOURS = 8

/**
 * Signs in with a link: the link works once and gives the token of a new session, or null for a
 * link that does not work, whatever the reason.
 */
export async function openSession(linkToken: unknown, now = new Date()): Promise<string | null> {
  const tokenHash = hashToken(linkToken)
  if (!tokenHash) return null
  return database.$transaction(async transaction => {
    const used = await transaction.signInLink.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    if (used.count === 0) return null
    const link = await transaction.signInLink.findUniqueOrThrow({ where: { tokenHash } })
    const id = randomUUID()
    const token = deriveToken('organiser-session', id)
    await transaction.organiserSession.create({
      data: {
        id,
        organiserId: link.organiserId,
        tokenHash: hashToken(token) ?? '',
        createdAt: now,
        lastSeenAt: now,
      },
    })
    return token
  })
}

/** The organiser of a living session, or null. Asking keeps the session awake. */
export async function readSession(sessionToken: unknown, now = new Date()) {
  const tokenHash = hashToken(sessionToken)
  if (!tokenHash) return null
  const living = { tokenHash, ...livingAt(now) }
  const { count } = await database.organiserSession.updateMany({
    where: living,
    data: { lastSeenAt: now },
  })
  if (count === 0) return null
  const session = await database.organiserSession.findUnique({
    where: { tokenHash },
    select: { organiser: { select: { id: true, email: true, role: true } } },
  })
  return session?.organiser ?? null
}

/** Signs out. */
export async function endSession(sessionToken: unknown) {
  const tokenHash = hashToken(sessionToken)
  if (tokenHash) await database.organiserSession.deleteMany({ where: { tokenHash } })
}

function livingAt(now: Date) {
  return {
    lastSeenAt: { gt: new Date(now.getTime() - SESSION_IDLE_MINUTES * 60_000) },
    createdAt: { gt: new Date(now.getTime() - SESSION_LIFETIME_HOURS * 3_600_000) },
  }
}
