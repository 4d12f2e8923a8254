import { cookies } from 'next/headers'
import { env } from '#lib/env.ts'
import { readSession, SESSION_LIFETIME_HOURS } from '#lib/organisers/session.ts'

const isHttps = env.SITE_URL.startsWith('https:')

/** `__Host-` binds a cookie to this very host (RFC 6265bis, section 4.1.3.2); it needs HTTPS. */
const NAME = isHttps ? '__Host-organiser' : 'organiser'

const OPTIONS = { httpOnly: true, sameSite: 'strict', secure: isHttps, path: '/' } as const

/** Who is signed in here, or null. Every page and action of the organisers asks for itself. */
export async function currentOrganiser() {
  return readSession(await sessionToken())
}

export async function sessionToken() {
  return (await cookies()).get(NAME)?.value
}

export async function keepSession(token: string) {
  const maxAge = SESSION_LIFETIME_HOURS * 60 * 60
  ;(await cookies()).set(NAME, token, { ...OPTIONS, maxAge })
}

export async function forgetSession() {
  ;(await cookies()).set(NAME, '', { ...OPTIONS, maxAge: 0 })
}
