// Known requests: of 3,000 odd ones none makes Next answer 500 (docs/decisions/0033-request-guard.md); 6 µs a request.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { KnownActions } from '#lib/security/action-call.ts'
import { findRoute, type Route } from '#lib/security/known-paths.ts'
import { refuseRequest } from '#lib/security/refuse-request.ts'
import { pathnameOf } from '#lib/security/request-guard.ts'
import { takeWholeForm } from './whole-forms.ts'

/** What may be asked of the site (bin/support/list-requests.ts). */
export type Known = { routes: Route[]; actions: KnownActions }

type StateModule =
  typeof import('next/dist/server/app-render/parse-and-validate-flight-router-state.js')

const { parseAndValidateFlightRouterState } = createRequire(import.meta.url)(
  'next/dist/server/app-render/parse-and-validate-flight-router-state.js',
) as StateModule

/**
 * What the scripts of Next's router say on our pages, and how: links are plain links here, so nothing is
 * fetched ahead. Whatever else claims to be theirs is forgotten.
 */
const OF_ROUTER: Record<string, RegExp> = {
  rsc: /^1$/,
  'next-action': /^[0-9a-f]{1,64}$/,
  'next-router-state-tree': /^/,
  'next-url': /^\/[^\\]{0,2000}$/,
}

/** Headers by which Next speaks to itself, or hosts of it to Next: none may come from outside. */
const INTERNAL =
  /^(next-|x-next|x-middleware-|x-invoke-|x-matched-path|x-prerender-|x-now-|x-vercel-|x-action-)/

/** Whether a header is of Next's router or of Next itself: a page that nobody asked for by its scripts has none. */
export function isOfRouter(name: string) {
  return name in OF_ROUTER || INTERNAL.test(name)
}

const BUILT_FILE = /^\/_next\/static(?:\/(?!\.)[\w.~-]+)+$/

/** Leads whoever wrote an address with other letters, such as /FR/Signatories, to the right one (true). */
export function isMisspelled(request: IncomingMessage, response: ServerResponse, routes: Route[]) {
  const { url = '/' } = request
  const pathname = pathnameOf(url)
  const match = findRoute(pathname, routes)
  if (!match || match.spelling === pathname) return false
  response.setHeader('Location', match.spelling + url.slice(pathname.length))
  response.writeHead(308).end()
  return true
}

/** Whether the site has an address, whoever may see it. */
export function isKnownAddress({ url = '/' }: IncomingMessage, routes: Route[]) {
  const pathname = pathnameOf(url)
  return BUILT_FILE.test(pathname) || findRoute(pathname, routes) !== null
}

/**
 * The request as Next may have it, which never sees what it cannot answer well: headers of its router that
 * say nothing, a form that cannot be read. Null when it has been answered, or nobody waits for an answer any
 * more.
 */
export async function readForNext(
  request: IncomingMessage,
  response: ServerResponse,
  { routes, actions }: Known,
) {
  const route = findRoute(pathnameOf(request.url ?? '/'), routes)?.route
  if (!areRouterHeadersReadable(request)) {
    refuseRequest(request, response, 400)
    return null
  }
  return takeWholeForm(request, response, route?.actions && pick(route.actions, actions))
}

/** Next would look for the page of any other action, and ask itself for it. */
function pick(ids: string[], actions: KnownActions): KnownActions {
  return Object.fromEntries(ids.map(id => [id, actions[id] ?? []]))
}

/**
 * Leaves Next those headers alone that its own scripts send, in their form. False where what stands in them
 * cannot be read at all, for which Next would answer 500.
 */
function areRouterHeadersReadable({ headers }: IncomingMessage) {
  for (const name of Object.keys(headers)) {
    const form = OF_ROUTER[name]
    if (form ? !form.test(String(headers[name])) : INTERNAL.test(name)) delete headers[name]
  }
  try {
    parseAndValidateFlightRouterState(headers['next-router-state-tree'])
    return true
  } catch {
    return false
  }
}
