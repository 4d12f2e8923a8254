import { env } from '#lib/env/env.ts'

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
