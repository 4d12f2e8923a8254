// Request metrics: every answer is counted by its route and status, at 0.8 µs each (docs/decisions/0048-watching.md).
import type { IncomingMessage, ServerResponse } from 'node:http'
import { countRequest } from '#lib/monitoring/count-request.ts'
import { findRoute, type Route } from '#lib/security/known-paths.ts'
import { pathnameOf } from '#lib/security/request-guard.ts'

/** How many addresses are remembered with their routes: a crowd asks for few, whoever guesses for any number. */
const MOST_ADDRESSES = 500

const routeOf = new Map<string, string>()

/** Counts a request when it has been answered. */
export function measureRequest(
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
  routes: readonly Route[],
) {
  const begunAt = performance.now()
  response.once('finish', () => {
    const pathname = pathnameOf(url)
    const route = routeOf.get(pathname) ?? remember(pathname, routes)
    countRequest(route, response.statusCode, (performance.now() - begunAt) / 1_000)
  })
}

function remember(pathname: string, routes: readonly Route[]) {
  const route = pathname.startsWith('/_next/')
    ? '/_next/static'
    : (findRoute(pathname, routes)?.route.path ?? 'unknown')
  if (routeOf.size >= MOST_ADDRESSES) routeOf.clear()
  routeOf.set(pathname, route)
  return route
}
