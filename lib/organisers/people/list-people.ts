import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { isLinkAlive } from '#lib/security/link-expiry.ts'
import { shownSession } from '../sessions/list-sessions.ts'
import { INVITATION_MINUTES } from './organiser-link.ts'

/** All organisers with their living sessions, oldest first. */
export async function listPeople(now = sharedNow()) {
  const people = await database.organiser.findMany({
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      hasSecondFactor: true,
      sessions: { where: { expiresAt: { gt: now } }, orderBy: { lastSeenAt: 'desc' } },
      links: {
        where: { usedAt: null, ...isLinkAlive(INVITATION_MINUTES, now) },
        select: { id: true },
      },
    },
  })
  return people.map(({ sessions, links, ...person }) => ({
    ...person,
    isInvited: links.length > 0,
    sessions: sessions.map(shownSession),
  }))
}
