import { z } from 'zod'
import { decrypt, encrypt } from '#lib/security/encryption.ts'
import { type CookieToKeep, cookieOfSignIn } from './cookies.ts'

const PURPOSE = 'recovery-codes'

/** Minutes during which new recovery codes can be shown. */
const SHOWN_FOR_MINUTES = 60

const { name: NAME, options } = cookieOfSignIn('codes')

const shown = z.object({ organiserId: z.string(), codes: z.array(z.string()) })

/**
 * New recovery codes travel encrypted in a cookie of the browser that they are for: the server keeps hashes
 * only.
 */
export function carryCodes(organiserId: string, codes: string[]): CookieToKeep {
  const value = encrypt(PURPOSE, Buffer.from(JSON.stringify({ organiserId, codes })))
  const maxAge = SHOWN_FOR_MINUTES * 60
  return { name: NAME, value: value.toString('base64url'), options: { ...options, maxAge } }
}

/** The codes that this browser carries for this organiser, or null. */
export function carriedCodes(organiserId: string, headers: Headers): string[] | null {
  const cookie = (headers.get('cookie') ?? '').split('; ').find(pair => pair.startsWith(`${NAME}=`))
  if (!cookie) return null
  try {
    const plain = decrypt(PURPOSE, Buffer.from(cookie.slice(NAME.length + 1), 'base64url'))
    const carried = shown.parse(JSON.parse(plain.toString()))
    return carried.organiserId === organiserId ? carried.codes : null
  } catch {
    return null
  }
}

/** Clears the cookie of new recovery codes. */
export function forgetCodes(): CookieToKeep {
  return { name: NAME, value: '', options: { ...options, maxAge: 0 } }
}
