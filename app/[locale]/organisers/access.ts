import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { PAGE_PATH_HEADER } from '#lib/defence/page-path.ts'
import type { Organiser } from '#lib/organisers/organiser.ts'
import { type Capability, may, NEEDS_FRESH_FACTOR } from '#lib/organisers/roles.ts'
import { isFresh, type LivingSession, readSession } from '#lib/organisers/sessions/read-session.ts'
import { networkHashOf } from '#lib/organisers/sign-in/session-description.ts'

type AccessOptions = {
  /**
   * Whether the second factor must have been shown within the last minutes; by default the
   * capability decides (NEEDS_FRESH_FACTOR).
   */
  fresh?: boolean
}

/** Why somebody may not: each leads a person elsewhere, and a program to an answer. */
type Refusal = 'sign-in' | 'set-up' | 'forbidden' | 'again'

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
  if (refusal === 'forbidden') await refuse(locale)
  if (refusal) redirect(`/${locale}/organisers/${refusal}?back=${await currentPage()}`)
  return organiserOf(session)
}

/**
 * The same for an endpoint: the organiser, or the answer that refuses, 401 or 403, with the reason as
 * `error` and without a word of data.
 */
export async function organiserOrRefusal(
  capability: Capability,
  options: AccessOptions = {},
): Promise<Organiser | Response> {
  const session = await currentSession()
  const refusal = whyNot(session, capability, options)
  if (!refusal) return organiserOf(session)
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
  return fresh && !isFresh(session) ? 'again' : null
}

/** Next answers 404 where an action says 403 to a form without a script: such a form is led to a page. */
async function refuse(locale: string): Promise<never> {
  const sent = await headers()
  const isForm = sent.get('content-type')?.startsWith('multipart/form-data')
  if (isForm && !sent.has('next-action')) redirect(`/${locale}/organisers/forbidden`)
  forbidden()
}

async function organiserOf(session: LivingSession | null): Promise<Organiser> {
  if (!session) throw new Error('Nobody is signed in.')
  return { ...session.organiser, networkHash: networkHashOf(await requestHeaders()) }
}

async function currentPage() {
  return encodeURIComponent((await headers()).get(PAGE_PATH_HEADER) ?? '')
}
