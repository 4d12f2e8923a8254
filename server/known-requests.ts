import type { IncomingMessage, ServerResponse } from 'node:http'
import type { KnownActions } from '#lib/security/action-call.ts'
import { findRoute, type Route } from '#lib/security/known-paths.ts'
import { pathnameOf } from '#lib/security/request-guard.ts'
import { turnAway } from '#lib/security/turn-away.ts'
import { areRouterHeadersReadable } from './router-headers.ts'
import { takeWholeForm } from './whole-forms.ts'

/** What may be asked of the site (bin/support/list-requests.ts). */
export type Known = { routes: Route[]; actions: KnownActions }

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
    turnAway(request, response, 400)
    return null
  }
  return takeWholeForm(request, response, route?.actions && pick(route.actions, actions))
}

/** Next would look for the page of any other action, and ask itself for it. */
function pick(ids: string[], actions: KnownActions): KnownActions {
  return Object.fromEntries(ids.map(id => [id, actions[id] ?? []]))
}
