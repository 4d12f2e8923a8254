// Confirmation page: made once and filled in for each reader (docs/decisions/0043-made-once-filled-in.md).
import type { IncomingMessage } from 'node:http'
import { languages } from '#lib/content/languages.ts'
import { cookieName } from '#lib/security/cookies.ts'
import { fillConfirmation } from '#lib/signatures/confirmation-places.ts'
import { readConfirmationLink } from '#lib/signatures/read-confirmation-link.ts'
import { cutAtPlaces, type PageWithPlaces } from '#lib/text/places.ts'
import { type Filled, isRead, type Make, pageTemplates } from './page-templates.ts'

/** The link as we mail it. What mail programs made of it, Next's page reads. */
const LINK = /^\/([a-zA-Z-]{2,16})\/confirm\?token=([\w-]{43})$/

const BROWSER = new RegExp(`(?:^|;\\s*)${cookieName('signing')}=([\\w-]{43})(?:;|$)`)

const fillIn = pageTemplates(cutAtPlaces)

/**
 * The page of a confirmation link behind which one form waits, without asking Next for it. Whatever else there is to
 * say of a link is Next's: several forms, a link that was used, a database that does not answer.
 * @returns 'next' where Next makes the page
 */
export async function showConfirmation(request: IncomingMessage, make: Make): Promise<Filled> {
  const [, locale = '', token = ''] = (isRead(request) && LINK.exec(request.url ?? '')) || []
  if (!languages().includes(locale)) return 'next'
  const [, browserToken] = BROWSER.exec(request.headers.cookie ?? '') ?? []
  const link = await readConfirmationLink(token, new Date(), browserToken).catch(() => null)
  if (link?.state !== 'ready' || link.forms.length > 1) return 'next'
  const waiting = { token, rejectToken: link.rejectToken, form: link.forms[0] }
  const fill = (page: PageWithPlaces) => fillConfirmation(page, waiting, locale)
  return fillIn(`/${locale}/confirm`, request, make, fill)
}
