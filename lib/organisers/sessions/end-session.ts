import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { auth } from '../sign-in/auth.ts'
import { cookiesOf } from '../sign-in/cookies.ts'
import { actorOf } from '../sign-in/session-description.ts'
import { readSession } from './read-session.ts'

/** Signs out: the cookies that the browser is to forget. */
export async function signOut(headers: Headers) {
  const session = await readSession(headers)
  const { headers: answer } = await auth().api.signOut({ headers, returnHeaders: true })
  if (session) {
    await recordAuditEvent({ by: actorOf(session.organiser.id, headers), kind: 'signed-out' })
  }
  return cookiesOf(answer)
}

/** Ends a session: one's own or, for an owner, anybody's. Resolves to whether it existed. */
export async function endSession(sessionId: string, by: Organiser) {
  const where = { id: sessionId, ...(by.role !== 'owner' && { organiserId: by.id }) }
  return database.$transaction(async transaction => {
    const session = await transaction.organiserSession.findFirst({ where })
    const { count } = await transaction.organiserSession.deleteMany({ where })
    if (!session || count === 0) return false
    await recordEnd(session.organiserId, 1, by, transaction)
    return true
  })
}

/** Ends all of one's own sessions but this one. */
export async function endOtherSessions(keptId: string, by: Organiser) {
  await database.$transaction(async transaction => {
    const { count } = await transaction.organiserSession.deleteMany({
      where: { organiserId: by.id, id: { not: keptId } },
    })
    if (count > 0) await recordEnd(by.id, count, by, transaction)
  })
}

function recordEnd(
  subject: string,
  rows: number,
  by: Organiser,
  transaction: Parameters<typeof recordAuditEvent>[1],
) {
  return recordAuditEvent({ by, kind: 'session-ended', subject, rows }, transaction)
}
