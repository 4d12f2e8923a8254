import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import type { OrganiserRole } from '#lib/database/types.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/time/time-spans.ts'
import { auth } from '../sign-in/auth.ts'
import { FRESH_MINUTES, SESSION_IDLE_MINUTES, SESSION_LIFETIME_HOURS } from './lifetimes.ts'

const LIFETIME_MS = SESSION_LIFETIME_HOURS * HOUR_MS

/** A valid session. Without a second factor it only opens the page for setting one up. */
export type LivingSession = {
  id: string
  organiser: { id: string; email: string; role: OrganiserRole }
  /** Time of the last second factor; null: none yet. */
  secondFactorAt: Date | null
}

/** Reads the session of a request's cookie, or null, and extends its idle timeout. */
export async function readSession(
  headers: Headers,
  now = sharedNow(),
): Promise<LivingSession | null> {
  const found = await auth().api.getSession({ headers })
  if (!found) return null
  const { session, user } = found
  const end = Math.min(
    session.updatedAt.getTime() + SESSION_IDLE_MINUTES * MINUTE_MS,
    session.createdAt.getTime() + LIFETIME_MS,
  )
  if (now.getTime() >= end) return null
  await keepAwake(session, now)
  return {
    id: session.id,
    organiser: { id: user.id, email: user.email, role: user.role },
    secondFactorAt: (user.twoFactorEnabled && session.secondFactorAt) || null,
  }
}

/** Whether the second factor was shown within the last minutes. */
export function isFresh({ secondFactorAt }: LivingSession, now = sharedNow()) {
  if (!secondFactorAt) return false
  return now.getTime() - secondFactorAt.getTime() < FRESH_MINUTES * MINUTE_MS
}

// The idle timeout is extended once a minute at most: a page may read the session several times.
async function keepAwake(session: { id: string; createdAt: Date; updatedAt: Date }, now: Date) {
  if (now.getTime() - session.updatedAt.getTime() < MINUTE_MS) return
  const end = Math.min(
    now.getTime() + SESSION_IDLE_MINUTES * MINUTE_MS,
    session.createdAt.getTime() + LIFETIME_MS,
  )
  await database.organiserSession.updateMany({
    where: { id: session.id },
    data: { lastSeenAt: now, expiresAt: new Date(end) },
  })
}
