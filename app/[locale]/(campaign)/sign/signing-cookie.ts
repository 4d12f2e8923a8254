import { cookies } from 'next/headers'
import { cookieAttributes, cookieName } from '#lib/security/cookies.ts'
import { confirmationLinkDays } from '#lib/signatures/confirmation-link.ts'

const NAME = cookieName('signing')

const OPTIONS = cookieAttributes('signing')

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
