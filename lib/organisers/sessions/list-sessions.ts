import { database } from '#lib/database/client.ts'

/** A session as people see it: no token, no address. */
export type ShownSession = {
  id: string
  createdAt: Date
  lastSeenAt: Date
  /** Such as "Firefox, Linux"; empty where it is not known. */
  browser: string
}

/** One's own living sessions, the last used first. */
export async function listSessions(organiserId: string, now = new Date()) {
  const sessions = await database.organiserSession.findMany({
    where: { organiserId, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: 'desc' },
  })
  return sessions.map(shownSession)
}

/** What of a session's row people see. */
export function shownSession(
  row: Omit<ShownSession, 'browser'> & { browser: string | null },
): ShownSession {
  const { id, createdAt, lastSeenAt, browser } = row
  return { id, createdAt, lastSeenAt, browser: browser ?? '' }
}
