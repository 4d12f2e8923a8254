import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { CLIENT_ADDRESS_HEADER } from '#lib/security/client-address.ts'
import { inConstantTime } from '#lib/security/constant-time-response.ts'
import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import { readEmailAddress } from '#lib/text/email-address.ts'
import { auth } from './auth.ts'
import { type CookieToKeep, cookiesOf } from './cookies.ts'
import { endEarlierSession, withoutSession } from './earlier-session.ts'
import { hashPassword, isOutdated } from './password-hash.ts'
import { unlessRefused } from './refusals.ts'
import { actorOf } from './session-description.ts'
import { beginSetUp } from './set-up.ts'

/** Least response time in milliseconds, for known and unknown addresses alike: hashing takes about 100 ms. */
export const SIGN_IN_MS = 400

/** Placeholder for an invalid address, so that it is answered as any other. */
const NOBODY = 'nobody@invalid.invalid'

/** Outcome of address and password; the cookies lead to the second factor and open nothing yet. */
export type SignInOutcome =
  | { outcome: 'second-factor' | 'set-up'; cookies: CookieToKeep[] }
  | { outcome: 'refused' | 'too-many' }

/** The first step of signing in: address and password. */
export async function signIn(
  typed: { email: unknown; password: unknown },
  headers: Headers,
): Promise<SignInOutcome> {
  const email = readEmailAddress(String(typed.email ?? '')) ?? NOBODY
  const password = String(typed.password ?? '')
  if (await isTooMuch(email, headers)) return { outcome: 'too-many' }
  return inConstantTime('organiser-sign-in', SIGN_IN_MS, async () => {
    const answer = await unlessRefused(
      auth().api.signInEmail({
        body: { email, password },
        headers: withoutSession(headers),
        returnHeaders: true,
      }),
    )
    if (!answer) return refuse(email, headers)
    // The session of before is ended and its cookie cleared.
    await endEarlierSession(headers)
    await renewPasswordHash(email, password)
    const cookies = cookiesOf(answer.headers)
    if ('twoFactorRedirect' in answer.response) return { outcome: 'second-factor', cookies }
    return { outcome: 'set-up', cookies: await beginSetUp(password, headers, cookies) }
  })
}

async function isTooMuch(email: string, headers: Headers) {
  const network = await consumeRateLimit(
    'organiser-sign-in',
    headers.get(CLIENT_ADDRESS_HEADER) ?? '',
  )
  return network !== null || (await consumeRateLimit('organiser-address', email)) !== null
}

async function refuse(email: string, headers: Headers): Promise<SignInOutcome> {
  const known = await database.organiser.findUnique({ where: { email }, select: { id: true } })
  await recordAuditEvent({
    by: actorOf(null, headers),
    kind: 'sign-in-failed',
    details: { step: 'password' },
    ...(known && { subject: known.id }),
  })
  return { outcome: 'refused' }
}

/** Rehashes a verified password whose hash has former parameters. */
async function renewPasswordHash(email: string, password: string) {
  const kept = await database.organiserPassword.findFirst({
    where: { organiser: { email } },
    select: { id: true, password: true },
  })
  if (!kept?.password || !isOutdated(kept.password)) return
  await database.organiserPassword.updateMany({
    where: { id: kept.id, password: kept.password },
    data: { password: await hashPassword(password) },
  })
}
