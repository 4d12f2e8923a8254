import { acceptLink } from '#lib/organisers/people/accept-link.ts'
import { inviteOrganiser } from '#lib/organisers/people/invite-organiser.ts'
import { readSession } from '#lib/organisers/sessions/read-session.ts'
import { type CookieToKeep, withCookies } from '#lib/organisers/sign-in/cookies.ts'
import { finishSetUp, readSetUp } from '#lib/organisers/sign-in/set-up.ts'
import { totp } from './totp.ts'

/** A password that nobody refuses. */
export const PASSWORD = 'trois-chevaux-dans-la-mer'

let networks = 0

/** The headers of a browser in a network of its own. */
export function aBrowser() {
  networks += 1
  return new Headers({
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'x-client-address': `10.1.${networks >> 8}.${networks & 255}`,
  })
}

/** Invites an owner from the terminal; resolves to the token of her link. */
export async function inviteOwner(email: string) {
  const invited = await inviteOrganiser(email, 'owner', null)
  if (invited.outcome !== 'invited') throw new Error(invited.outcome)
  return invited.token
}

/** From the link to a session with its second factor. */
export async function joinAsOwner(email: string, browser: Headers) {
  const token = await inviteOwner(email)
  const accepted = await acceptLink({ token, password: PASSWORD }, browser)
  const halfWay = withCookies(browser, cookiesIn(accepted))
  const session = await readSession(halfWay)
  if (!session) throw new Error('There is no session.')
  const secret = (await readSetUp(session.organiser))?.secret ?? ''
  const code = totp(secret)
  const headers = withCookies(halfWay, cookiesIn(await finishSetUp(code, halfWay)))
  return { id: session.organiser.id, secret, code, headers }
}

/** The cookies that a step of signing in left. */
export function cookiesIn(result: { outcome: string; cookies?: CookieToKeep[] }) {
  if (!result.cookies) throw new Error(`No cookies: ${result.outcome}`)
  return result.cookies
}
