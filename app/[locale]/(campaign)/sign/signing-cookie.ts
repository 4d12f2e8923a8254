import { cookies } from 'next/headers'
import { cookieName, setCookie } from '#lib/security/cookies.ts'
import { confirmationLinkDays } from '#lib/signatures/confirmation-link.ts'

const NAME = cookieName('signing')

const IN_COOKIES = new RegExp(`(?:^|;\\s*)${NAME}=([^;]*)`)

const DAY_SECONDS = 24 * 60 * 60

/** The Set-Cookie header by which a browser remembers which form it sent, whatever address that bore. */
export function keepSigningBrowser(browserToken: string) {
  return setCookie('signing', browserToken, confirmationLinkDays() * DAY_SECONDS)
}

/** The same once its form is confirmed: there is nothing to remember. */
export function forgetSigningBrowser() {
  return setCookie('signing', '', 0)
}

/** The secret of a browser that has sent a form, in the Cookie header of another one. */
export function signingBrowserIn(header: string) {
  return header.match(IN_COOKIES)?.[1]
}

/** The same for a page. */
export async function signingBrowserToken() {
  return (await cookies()).get(NAME)?.value
}
