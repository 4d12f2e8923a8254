// Own handlers: signing and confirming cost a third without Next around them (docs/decisions/0043-made-once-filled-in.md).
import type { IncomingMessage } from 'node:http'
import { logEvent } from '#lib/log/log.ts'
import { describeError } from '#lib/log/without-personal-data.ts'
import { type RouteHandler, registeredHandler } from '#lib/process/route-handlers.ts'
import { CLIENT_ADDRESS_HEADER } from '#lib/security/client-address.ts'
import { findRoute, type Route } from '#lib/security/known-paths.ts'
import { pathnameOf } from '#lib/security/request-guard.ts'
import type { Answer } from './answer.ts'

/** What handlers of forms and calls read of a request, beside its body. */
const READ_HEADERS = ['accept', 'accept-language', 'content-type', 'cookie', CLIENT_ADDRESS_HEADER]

/** The handler that answers a form or a call without Next; null where there is none, or Next has not loaded it yet. */
export function ownHandler({ method, url = '/' }: IncomingMessage, routes: Route[]) {
  if (method !== 'POST') return null
  const route = findRoute(pathnameOf(url), routes)?.route
  return (route && registeredHandler(route.path)) ?? null
}

/**
 * The answer of a handler to a request whose body is there already, as readForNext leaves it.
 * @param siteUrl origin of the address that the handler is told
 */
export async function askHandler(
  handler: RouteHandler,
  request: IncomingMessage,
  siteUrl: string,
): Promise<Answer> {
  const { url = '/' } = request
  const [, locale = ''] = pathnameOf(url).split('/')
  const asked = new Request(new URL(url, siteUrl), {
    method: 'POST',
    headers: READ_HEADERS.flatMap(name => {
      const value = request.headers[name]
      return value === undefined ? [] : [[name, String(value)] as [string, string]]
    }),
    body: request.read() ?? '',
  })
  try {
    return await asAnswer(await handler(asked, { params: Promise.resolve({ locale }) }))
  } catch (error) {
    const place = pathnameOf(url).replace(`/${locale}/`, '/[locale]/')
    logEvent('request-failed', { method: 'POST', place, kind: 'route', ...describeError(error) })
    return { status: 500, headers: {}, body: Buffer.alloc(0) }
  }
}

async function asAnswer(response: Response): Promise<Answer> {
  const cookies = response.headers.getSetCookie()
  return {
    status: response.status,
    headers: {
      ...Object.fromEntries(response.headers),
      ...(cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: Buffer.from(await response.arrayBuffer()),
  }
}
