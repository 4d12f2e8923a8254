import { cookies } from 'next/headers'
import { cookieAttributes, cookieName } from '#lib/security/cookies.ts'
import { SIGNATORY_SESSION_LIFETIME_MINUTES } from '#lib/signatures/self-service/signatory-session.ts'

const NAME = cookieName('my-signature')

const OPTIONS = cookieAttributes('my-signature')

export async function signatorySessionToken() {
  return (await cookies()).get(NAME)?.value
}

export async function keepSignatorySession(token: string) {
  const maxAge = SIGNATORY_SESSION_LIFETIME_MINUTES * 60
  ;(await cookies()).set(NAME, token, { ...OPTIONS, maxAge })
}

export async function forgetSignatorySession() {
  ;(await cookies()).set(NAME, '', { ...OPTIONS, maxAge: 0 })
}
