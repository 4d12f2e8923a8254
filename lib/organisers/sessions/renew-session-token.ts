import { createHmac, randomBytes } from 'node:crypto'
import { database } from '#lib/database/client.ts'
import { auth } from '../sign-in/auth.ts'
import type { CookieToKeep } from '../sign-in/cookies.ts'
import { sessionTokenHash } from '../sign-in/hashed-tokens.ts'
import { SESSION_LIFETIME_HOURS } from './lifetimes.ts'

const TOKEN_BYTES = 32

/**
 * Renews a session's token after each second factor (OWASP ASVS 5.0, 7.2.4): a stolen token becomes invalid.
 * The session's start and absolute lifetime stay.
 */
export async function renewSessionToken(sessionId: string): Promise<CookieToKeep[]> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const { count } = await database.organiserSession.updateMany({
    where: { id: sessionId },
    data: { tokenHash: sessionTokenHash(token) },
  })
  return count === 0 ? [] : [await sessionCookie(token)]
}

/** Signed as the authentication library signs: the token, a full stop, HMAC-SHA256 in base64. */
async function sessionCookie(token: string): Promise<CookieToKeep> {
  const { secret, authCookies } = await auth().$context
  const { name, attributes } = authCookies.sessionToken
  const { path, secure, httpOnly } = attributes
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return {
    name,
    value: `${token}.${signature}`,
    options: {
      path,
      secure,
      httpOnly,
      sameSite: 'lax',
      maxAge: SESSION_LIFETIME_HOURS * 60 * 60,
    },
  }
}
