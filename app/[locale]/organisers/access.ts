import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import type { Organiser } from '#lib/access/organiser.ts'
import { type Capability, may, NEEDS_FRESH_FACTOR } from '#lib/access/roles.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { languages } from '#lib/content/languages.ts'
import { env } from '#lib/env/env.ts'
import { isFresh, type LivingSession, readSession } from '#lib/organisers/sessions/read-session.ts'
import { networkHashOf } from '#lib/organisers/sign-in/session-description.ts'
import { PAGE_PATH_HEADER } from '#lib/security/page-path.ts'

type AccessOptions = {
  /**
   * Whether the second factor must have been shown within the last minutes; by default the
   * capability decides (NEEDS_FRESH_FACTOR).
   */
  fresh?: boolean
}

/** Why somebody may not: each leads a person elsewhere, and a program to an answer. */
type Refusal = 'sign-in' | 'set-up' | 'forbidden' | 'reauthenticate'

/**
 * Who is signed in and may do this, for a page or an action, which asks before anything else. Without
 * a session it leads to the sign-in page, without a second factor to where it is set up, without a
 * fresh one to where it is shown again; with too small a role it answers 403.
 */
export async function organiserWhoMay(
  capability: Capability,
  locale: string,
  options: AccessOptions = {},
): Promise<Organiser> {
  const session = await currentSession()
  const refusal = whyNot(session, capability, options)
  if (refusal === 'forbidden') {
    await recordRefusal(session, capability)
    await refuse(locale)
  }
  if (refusal) await leadToAuthPage(refusal, locale)
  return organiserOf(session)
}

/**
 * The same for an endpoint: the organiser, or the answer that refuses, without a word of data. A form
 * of a page is led to the sign-in pages, and from there back to its page; a program gets 401 or 403, with the
 * reason as `error`.
 */
export async function organiserOrRefusal(
  capability: Capability,
  options: AccessOptions = {},
): Promise<Organiser | Response> {
  const session = await currentSession()
  const refusal = whyNot(session, capability, options)
  if (!refusal) return organiserOf(session)
  if (refusal === 'forbidden') await recordRefusal(session, capability)
  const authPage = await authPageForForm(refusal)
  if (authPage) return new Response(null, { status: 303, headers: { Location: authPage } })
  const status = refusal === 'forbidden' ? 403 : 401
  return Response.json({ error: refusal }, { status, headers: { 'Cache-Control': 'no-store' } })
}

/** The living session of this request, whatever it may open; null without one. */
export async function currentSession() {
  return readSession(await requestHeaders())
}

/** The headers of this request, as lib wants them. */
export async function requestHeaders() {
  return new Headers(await headers())
}

function whyNot(
  session: LivingSession | null,
  capability: Capability,
  { fresh = NEEDS_FRESH_FACTOR.includes(capability) }: AccessOptions,
): Refusal | null {
  if (!session) return 'sign-in'
  if (!session.secondFactorAt) return 'set-up'
  if (!may(session.organiser.role, capability)) return 'forbidden'
  return fresh && !isFresh(session) ? 'reauthenticate' : null
}

/** Logged: a signed-in organiser who tries what her role does not allow (OWASP ASVS 5.0, 16.3.2). */
async function recordRefusal(session: LivingSession | null, capability: Capability) {
  const by = await organiserOf(session)
  await recordAuditEvent({ by, kind: 'access-refused', details: { capability } })
}

/** Next answers 404 where an action says 403 to a form without a script: such a form is led to a page. */
async function refuse(locale: string): Promise<never> {
  const sent = await headers()
  if (isForm(sent) && !sent.has('next-action')) redirect(`/${locale}/organisers/forbidden`)
  forbidden()
}

async function leadToAuthPage(refusal: Refusal, locale: string): Promise<never> {
  const sent = await headers()
  const page = sent.get(PAGE_PATH_HEADER) ?? ''
  redirect(authPageOf(refusal, locale, page, isForm(sent) || sent.has('next-action')))
}

/** Page that a browser left for an endpoint; null for a program. */
async function authPageForForm(refusal: Refusal) {
  const sent = await headers()
  if (sent.get('sec-fetch-mode') !== 'navigate') return null
  const [, locale = ''] = (sent.get(PAGE_PATH_HEADER) ?? '').split('/')
  if (!languages().includes(locale)) return null
  const page = URL.parse(sent.get('referer') ?? '/', env.SITE_URL)
  return authPageOf(refusal, locale, page ? page.pathname + page.search : '', isForm(sent))
}

/** A page on the way in, which says so where what was just sent is lost. */
function authPageOf(refusal: Refusal, locale: string, page: string, isLost: boolean) {
  const query = new URLSearchParams({ back: page, ...(isLost && { lost: '1' }) })
  return `/${locale}/organisers/${refusal}?${query}`
}

function isForm(sent: Headers) {
  return /^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(
    sent.get('content-type') ?? '',
  )
}

async function organiserOf(session: LivingSession | null): Promise<Organiser> {
  if (!session) throw new Error('Nobody is signed in.')
  return { ...session.organiser, networkHash: networkHashOf(await requestHeaders()) }
}
