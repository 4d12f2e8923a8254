import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { CLIENT_ADDRESS_HEADER } from '#lib/security/client-address.ts'
import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import { readEmailAddress } from '#lib/text/email-address.ts'
import { auth } from '../sign-in/auth.ts'
import { type CookieToKeep, cookiesOf } from '../sign-in/cookies.ts'
import { endEarlierSession, withoutSession } from '../sign-in/earlier-session.ts'
import { guessableWords } from '../sign-in/guessable-words.ts'
import { findPasswordFault, type PasswordFault } from '../sign-in/password-rules.ts'
import { actorOf } from '../sign-in/session-description.ts'
import { beginSetUp } from '../sign-in/set-up.ts'
import { takeAwayFactors } from './factors.ts'
import { type LinkHolder, readOrganiserLink, useOrganiserLink } from './organiser-link.ts'

/** Outcome of accepting an organiser link with a password. */
export type AcceptLinkOutcome =
  | { outcome: 'accepted'; cookies: CookieToKeep[] }
  | { outcome: 'refused-password'; fault: PasswordFault }
  | { outcome: 'invalid-address' | 'unknown' | 'too-many' }

/**
 * Sets a password by an organiser link. A refused password does not use the link up; an accepted one does, and
 * invalidates all former credentials. The second factor is set up next.
 */
export async function acceptLink(
  typed: { token: unknown; email?: unknown; password: unknown },
  headers: Headers,
  now = sharedNow(),
): Promise<AcceptLinkOutcome> {
  if (await consumeRateLimit('organiser-sign-in', headers.get(CLIENT_ADDRESS_HEADER) ?? '')) {
    return { outcome: 'too-many' }
  }
  const link = await readOrganiserLink(typed.token, now)
  if (!link) return { outcome: 'unknown' }
  const email = link.holder?.email ?? readEmailAddress(String(typed.email ?? ''))
  if (!email) return { outcome: 'invalid-address' }
  const password = String(typed.password ?? '')
  const fault = await findPasswordFault(password, guessableWords(email))
  if (fault) return { outcome: 'refused-password', fault }
  const hash = await (await auth().$context).password.hash(password)
  const isAccepted = await joinWith(typed.token, link.holder, { email, hash }, headers, now)
  if (!isAccepted) return { outcome: 'unknown' }
  return { outcome: 'accepted', cookies: await openHalfWay(email, password, headers) }
}

function joinWith(
  token: unknown,
  holder: LinkHolder,
  { email, hash }: { email: string; hash: string },
  headers: Headers,
  now: Date,
) {
  return database.$transaction(async transaction => {
    if (!(await useOrganiserLink(token, transaction, now))) return false
    const id =
      holder?.id ?? (await transaction.organiser.create({ data: { email, role: 'owner' } })).id
    await takeAwayFactors(id, transaction)
    await transaction.organiserPassword.create({
      data: { organiserId: id, accountId: id, password: hash },
    })
    await recordAuditEvent({ by: actorOf(id, headers), kind: 'organiser-joined' }, transaction)
    return true
  })
}

/** A session that only opens the page for setting up the second factor. */
async function openHalfWay(email: string, password: string, headers: Headers) {
  const { headers: answer } = await auth().api.signInEmail({
    body: { email, password },
    headers: withoutSession(headers),
    returnHeaders: true,
  })
  await endEarlierSession(headers)
  return beginSetUp(password, headers, cookiesOf(answer))
}
