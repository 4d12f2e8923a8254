// Confirmation page: made once a second and filled in for each reader, 2 ms of the processor where Next took 11 (docs/decisions/0043-made-once-filled-in.md).
import type { IncomingMessage } from 'node:http'
import { languages } from '#lib/content/languages.ts'
import { cookieName } from '#lib/security/cookies.ts'
import { PLACES_HEADER } from '#lib/security/places-header.ts'
import { fillConfirmation } from '#lib/signatures/confirmation-places.ts'
import { readConfirmationLink } from '#lib/signatures/read-confirmation-link.ts'
import { cutAtPlaces, type PageWithPlaces } from '#lib/text/places.ts'
import type { Answer } from './answer.ts'
import { ownRequest } from './own-request.ts'
import { beginPage } from './page-memory.ts'

/** The link as we mail it. What mail programs made of it, Next's page reads. */
const LINK = /^\/([a-zA-Z-]{2,16})\/confirm\?token=([\w-]{43})$/

const BROWSER = new RegExp(`(?:^|;\\s*)${cookieName('signing')}=([\\w-]{43})(?:;|$)`)

/** How long a page with places is filled in, in milliseconds. */
const LIFETIME_MS = 1_000

/** After so many makers that failed whoever waited for them gets Next's own page. */
const MOST_WAITS = 3

type Kept = { answer: Answer; page: PageWithPlaces; begun: number; madeAt: number }

const kept = new Map<string, Kept>()

/** Templates that are being made: a crowd waits for one, or a server that is late would make one for each. */
const underWay = new Map<string, ReturnType<typeof makeTemplate>>()

/**
 * The page of a confirmation link behind which one form waits, without asking Next for it. Whatever else there is to
 * say of a link is Next's: several forms, a link that was used, a database that does not answer.
 * @param make asks Next for a page; null where nobody waits for it any more
 * @returns 'next' where Next makes the page
 */
export async function showConfirmation(
  request: IncomingMessage,
  make: (request: IncomingMessage) => Promise<Answer | null>,
): Promise<Answer | null | 'next'> {
  const [, locale = '', token = ''] = (isRead(request) && LINK.exec(request.url ?? '')) || []
  if (!languages().includes(locale)) return 'next'
  const [, browserToken] = BROWSER.exec(request.headers.cookie ?? '') ?? []
  const link = await readConfirmationLink(token, new Date(), browserToken).catch(() => null)
  if (link?.state !== 'ready' || link.forms.length > 1) return 'next'
  const template = await templateFor(locale, request, make)
  if (typeof template !== 'object' || !template) return template
  const waiting = { token, rejectToken: link.rejectToken, form: link.forms[0] }
  const body = Buffer.from(fillConfirmation(template.page, waiting, locale))
  return { ...template.answer, body }
}

function isRead({ method, headers }: IncomingMessage) {
  return method === 'GET' && !headers.rsc
}

function recall(locale: string) {
  const template = kept.get(locale)
  const isFresh = template?.begun === beginPage() && Date.now() - template.madeAt < LIFETIME_MS
  return isFresh ? template : undefined
}

async function templateFor(...parameters: Parameters<typeof makeTemplate>) {
  const [locale] = parameters
  for (let waited = 0; waited < MOST_WAITS; waited += 1) {
    const known = recall(locale) ?? (await underWay.get(locale)?.catch(() => null))
    if (known) return known
    // One of those who waited for a maker that failed makes it, and the others wait for that one.
    if (!underWay.has(locale)) return begin(parameters)
  }
  return 'next'
}

function begin(parameters: Parameters<typeof makeTemplate>) {
  const [locale] = parameters
  const making = makeTemplate(...parameters)
  underWay.set(locale, making)
  return making.finally(() => underWay.delete(locale))
}

async function makeTemplate(
  locale: string,
  request: IncomingMessage,
  make: (request: IncomingMessage) => Promise<Answer | null>,
): Promise<Kept | null | 'next'> {
  const begun = beginPage()
  const asked = ownRequest(`/${locale}/confirm`, { [PLACES_HEADER]: '1' }, request)
  delete asked.headers.cookie
  const answer = await make(asked)
  const page = answer?.status === 200 && cutAtPlaces(answer.body.toString())
  if (!answer || !page) return answer && 'next'
  // Whoever asked first may have got a cookie of her own on the way.
  const { 'set-cookie': _, ...headers } = answer.headers
  const template = { answer: { ...answer, headers }, page, begun, madeAt: Date.now() }
  kept.set(locale, template)
  return template
}
