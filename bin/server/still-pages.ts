import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { contentSecurityPolicy } from '../../lib/defence/security-headers.ts'

/** What needs React in the browser: the exports of the client's files (tests/support/known-files.ts). */
export const LEAVES = [
  'KeepTyped',
  'LiveTally',
  'OwnForm',
  'PasskeyButton',
  'ShareButtons',
  'ShortForm',
  'SignForm',
  'TypoForm',
] as const

/** Other reasons to leave a page as Next made it: a form that React sends, and a text that scripts put together. */
const NEEDS_SCRIPTS = [/name="\$ACTION_/, /<template id="[BP]:/, /<html id="__next_error__"/]

/** Next's programs, the page as data for them, and what announces them; no file of public/, no data for search engines. */
const PROGRAMS =
  /<link rel="preload" as="script"[^>]*>|<script(?![^>]*(?:src="\/(?!_next\/)|type="application\/ld\+json"))[^>]*>[\s\S]*?<\/script>/g

/**
 * Sends a page on which scripts have nothing to do without them (docs/decisions/0017): Next has no such
 * choice for its App Router, and hands 120 kB of programs and every text twice to whoever reads one page.
 * Must be called before the request is handled, and before anything else that replaces pages.
 */
export function sendStillPagesAlone(request: IncomingMessage, response: ServerResponse) {
  const write = response.write.bind(response)
  const end = response.end.bind(response)
  const flushHeaders = response.flushHeaders.bind(response)
  const chunks: Buffer[] = []
  const isHeld = () => !response.headersSent && isPage(response.getHeaders())
  response.flushHeaders = () => isHeld() || flushHeaders()
  response.write = ((...parameters: Parameters<typeof write>) => {
    if (!isHeld()) return write(...parameters)
    chunks.push(Buffer.from(parameters[0]))
    return true
  }) as typeof response.write
  response.end = ((...parameters: Parameters<typeof end>) => {
    if (request.method === 'HEAD' || !isHeld()) return end(...parameters)
    const [last] = parameters
    if (typeof last === 'string' || last instanceof Uint8Array) chunks.push(Buffer.from(last))
    const page = Buffer.concat(chunks).toString()
    if (!page) return end(...parameters)
    const alone = isStill(page) ? page.replace(PROGRAMS, '') : page
    if (alone !== page) {
      const policy = contentSecurityPolicy([], request.url ?? '/')
      response.setHeader('Content-Security-Policy', policy)
    }
    response.setHeader('Content-Length', Buffer.byteLength(alone))
    return end(alone)
  }) as typeof response.end
}

function isPage(headers: OutgoingHttpHeaders) {
  return String(headers['content-type'] ?? '').startsWith('text/html')
}

function isStill(page: string) {
  // The data for React names each of them in a string within a string.
  const hasLeaf = LEAVES.some(leaf => page.includes(`\\"${leaf}\\"`))
  return !hasLeaf && !NEEDS_SCRIPTS.some(reason => reason.test(page))
}
