import { env } from '#lib/env/env.ts'
import { SECOND_MS } from '#lib/time/time-spans.ts'

const isHttps = env.SITE_URL.startsWith('https:')

/**
 * Every cookie of the site. Who only reads gets none. Lax where a link in a mail must find its reader known
 * already: nothing changes on GET.
 */
const COOKIES = {
  /** The session of a signatory whose signature is open. */
  'my-signature': { sameSite: 'strict' },
  /** Which form this browser has sent, until it is confirmed. */
  signing: { sameSite: 'lax' },
  /** The address that was typed in that form, encrypted, for the page after it. */
  typed: { sameSite: 'strict' },
  /** The session of an organiser; names of the steps before it begin so too. */
  organiser: { sameSite: 'lax' },
  /** The preview link was opened. */
  preview: { sameSite: 'lax' },
} as const

type CookieName = keyof typeof COOKIES

/**
 * The name that a browser knows a cookie by. `__Host-` binds it to this very host, so that no sibling
 * can plant one (RFC 6265bis, section 4.1.3.2); it needs HTTPS.
 */
export function cookieName(name: CookieName) {
  return isHttps ? `__Host-${name}` : name
}

/** Its attributes but for how long it is kept. No script may read any. */
export function cookieAttributes(name: CookieName) {
  return { httpOnly: true, sameSite: COOKIES[name].sameSite, secure: isHttps, path: '/' } as const
}

/** A Set-Cookie header (RFC 6265, section 4.1), with Expires for browsers that know no Max-Age. */
export function setCookie(name: CookieName, value: string, maxAgeSeconds: number) {
  const { secure } = cookieAttributes(name)
  const expires = new Date(maxAgeSeconds > 0 ? Date.now() + maxAgeSeconds * SECOND_MS : 0)
  const { sameSite } = COOKIES[name]
  return [
    `${cookieName(name)}=${value}`,
    'Path=/',
    `Expires=${expires.toUTCString()}`,
    `Max-Age=${maxAgeSeconds}`,
    ...(secure ? ['Secure'] : []),
    'HttpOnly',
    `SameSite=${sameSite}`,
  ].join('; ')
}
