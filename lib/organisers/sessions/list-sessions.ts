import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'

/** A session as the console shows it: no token, no address. */
export type ShownSession = {
  id: string
  createdAt: Date
  lastSeenAt: Date
  /** Such as "Firefox, Linux"; empty where it is not known. */
  browser: string
}

/** One's own valid sessions, the last used first. */
export async function listSessions(organiserId: string, now = sharedNow()) {
  const sessions = await database.organiserSession.findMany({
    where: { organiserId, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: 'desc' },
  })
  return sessions.map(shownSession)
}

/** Reshapes a session's row for the console. */
export function shownSession(
  row: Omit<ShownSession, 'browser'> & { browser: string | null },
): ShownSession {
  const { id, createdAt, lastSeenAt, browser } = row
  return { id, createdAt, lastSeenAt, browser: browser ?? '' }
}
