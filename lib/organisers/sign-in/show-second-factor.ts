import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { CLIENT_ADDRESS_HEADER } from '#lib/security/client-address.ts'
import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import { mailAccountNotice } from '../account-notices.ts'
import type { LivingSession } from '../sessions/read-session.ts'
import { renewSessionToken } from '../sessions/renew-session-token.ts'
import { auth } from './auth.ts'
import { isOfApp, readTypedCode, takeCode } from './codes.ts'
import { type CookieToKeep, cookiesOf } from './cookies.ts'
import { withoutSession } from './earlier-session.ts'
import { sessionTokenHash } from './hashed-tokens.ts'
import { recordSignIn } from './record-sign-in.ts'
import { withTypedCode } from './recovery-code-hashes.ts'
import { unlessRefused } from './refusals.ts'
import { actorOf } from './session-description.ts'

/** Outcome of a code at sign-in. */
export type SecondFactorOutcome =
  | { outcome: 'signed-in'; cookies: CookieToKeep[] }
  | { outcome: 'wrong' | 'too-many' }

/** Second step of signing in: a TOTP code, or a recovery code, which is then used up. */
export async function showSecondFactor(
  typed: unknown,
  headers: Headers,
): Promise<SecondFactorOutcome> {
  if (await consumeRateLimit('organiser-sign-in', headers.get(CLIENT_ADDRESS_HEADER) ?? '')) {
    return { outcome: 'too-many' }
  }
  const code = readTypedCode(typed)
  // An earlier session is left out: the library would check that one's codes and keep its token.
  const answer = await unlessRefused(verify(code, withoutSession(headers)))
  if (!answer) return fail(null, headers)
  const { token, user } = answer.response
  if (isOfApp(code) && !(await takeCode(user.id, code))) {
    await database.organiserSession.deleteMany({
      where: { tokenHash: sessionTokenHash(token ?? '') },
    })
    return fail(user.id, headers)
  }
  await recordSignIn(user.id, isOfApp(code) ? 'code' : 'recovery-code', headers)
  return { outcome: 'signed-in', cookies: cookiesOf(answer.headers) }
}

/** Outcome of a reauthentication. */
export type FreshFactorOutcome =
  | { outcome: 'fresh'; cookies: CookieToKeep[] }
  | { outcome: 'wrong' | 'too-many' }

/** Reauthenticates a valid session by its second factor and renews its token. */
export async function reauthenticate(
  typed: unknown,
  session: LivingSession,
  headers: Headers,
  now = sharedNow(),
): Promise<FreshFactorOutcome> {
  const { id } = session.organiser
  if (await consumeRateLimit('organiser-code', id)) return { outcome: 'too-many' }
  const code = readTypedCode(typed)
  const isRight = await unlessRefused(verify(code, headers))
  if (!isRight || (isOfApp(code) && !(await takeCode(id, code)))) return fail(id, headers)
  await database.organiserSession.updateMany({
    where: { id: session.id },
    data: { secondFactorAt: now },
  })
  if (!isOfApp(code)) await tellOfRecoveryCode(id)
  return { outcome: 'fresh', cookies: await renewSessionToken(session.id) }
}

function tellOfRecoveryCode(organiserId: string) {
  return database.$transaction(transaction =>
    mailAccountNotice(transaction, 'recovery-code-used', organiserId),
  )
}

function verify(code: string, headers: Headers) {
  const request = { body: { code }, headers, returnHeaders: true } as const
  return isOfApp(code)
    ? auth().api.verifyTOTP(request)
    : withTypedCode(code, () => auth().api.verifyBackupCode(request))
}

async function fail(organiserId: string | null, headers: Headers) {
  await recordAuditEvent({
    by: actorOf(organiserId, headers),
    kind: 'sign-in-failed',
    details: { step: 'second-factor' },
  })
  return { outcome: 'wrong' as const }
}
