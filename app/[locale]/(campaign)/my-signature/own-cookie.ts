import { cookies } from 'next/headers'
import { env } from '#lib/env.ts'
import { OWN_SESSION_LIFETIME_MINUTES } from '#lib/signatures/own/own-session.ts'

const isHttps = env.SITE_URL.startsWith('https:')

/** `__Host-` binds a cookie to this very host (RFC 6265bis, section 4.1.3.2); it needs HTTPS. */
const NAME = isHttps ? '__Host-my-signature' : 'my-signature'

const OPTIONS = { httpOnly: true, sameSite: 'strict', secure: isHttps, path: '/' } as const

export async function ownSessionToken() {
  return (await cookies()).get(NAME)?.value
}

export async function keepOwnSession(token: string) {
  const maxAge = OWN_SESSION_LIFETIME_MINUTES * 60
  ;(await cookies()).set(NAME, token, { ...OPTIONS, maxAge })
}

export async function forgetOwnSession() {
  ;(await cookies()).set(NAME, '', { ...OPTIONS, maxAge: 0 })
}
