import type { IncomingMessage, ServerResponse } from 'node:http'
import { contentSecurityPolicy } from '#lib/security/security-headers.ts'
import { holdAnswer } from './whole-answer.ts'

/** The console alone runs Next's programs. */
const CONSOLE = /^\/[a-z-]{2,16}\/organisers(\/|\?|$)/i

/** Next's programs, the page as data for them, and what announces them; no file of public/, no data for search engines. */
const PROGRAMS =
  /<link rel="preload" as="script"[^>]*>|<script(?![^>]*(?:src="\/(?!_next\/)|type="application\/ld\+json"))[^>]*>[\s\S]*?<\/script>/g

/**
 * Sends every page but those of the console without Next's programs (docs/decisions/0027): nothing on
 * them needs React, and Next has no such choice for its App Router. Pages that stand for a failed one
 * go without them everywhere.
 * Must be called before the request is handled, and before anything else that replaces pages.
 */
export function sendPagesWithoutPrograms(request: IncomingMessage, response: ServerResponse) {
  const path = request.url ?? '/'
  const isPage = () =>
    request.method !== 'HEAD' &&
    String(response.getHeader('content-type') ?? '').startsWith('text/html') &&
    (!CONSOLE.test(path) || response.statusCode >= 400)
  holdAnswer(response, isPage, body => {
    const page = body.toString().replace(PROGRAMS, '')
    response.setHeader('Content-Security-Policy', contentSecurityPolicy([], path))
    response.setHeader('Content-Length', Buffer.byteLength(page))
    response.end(page)
  })
}
