import { cookies } from 'next/headers'
import { env } from '#lib/env.ts'
import { confirmationLinkDays } from '#lib/signatures/confirmation-link.ts'

const isHttps = env.SITE_URL.startsWith('https:')

/** `__Host-` binds a cookie to this very host (RFC 6265bis, section 4.1.3.2); it needs HTTPS. */
const NAME = isHttps ? '__Host-signing' : 'signing'

/** `Lax`: the link of a mail is followed from another site, and its page shall know the browser. */
const OPTIONS = { httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/' } as const

const DAY_SECONDS = 24 * 60 * 60

/** Remembers in this browser which form it sent, whatever address that bore. */
export async function keepSigningBrowser(browserToken: string) {
  const maxAge = confirmationLinkDays() * DAY_SECONDS
  ;(await cookies()).set(NAME, browserToken, { ...OPTIONS, maxAge })
}

/** The secret of a browser that has sent a form. */
export async function signingBrowserToken() {
  return (await cookies()).get(NAME)?.value
}

/** Once its form is confirmed there is nothing to remember. */
export async function forgetSigningBrowser() {
  ;(await cookies()).set(NAME, '', { ...OPTIONS, maxAge: 0 })
}
