import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { logEvent } from '#lib/log/log.ts'
import { placeOf } from '#lib/log/without-personal-data.ts'
import { CLIENT_ADDRESS_HEADER, clientAddress, type TrustedProxies } from './client-address.ts'
import { findRoute, type Route } from './known-paths.ts'
import { LIST_PROBLEM_HEADER, PLACES_HEADER } from './own-headers.ts'
import { PAGE_PATH_HEADER } from './page-path.ts'
import { refuseRequest } from './refuse-request.ts'
import { REFUSED_FORM_HEADER } from './refused-form.ts'
import { hostOf, isFromOurPages } from './same-origin.ts'
import { contentSecurityPolicy, securityHeaders } from './security-headers.ts'

/** Largest body of a form or call, in bytes. */
export const LARGEST_BODY_BYTES = 64 * 1024

/** Largest body of a logo upload, larger than what is accepted so that a refusal can be told. */
export const LARGEST_LOGO_BODY_BYTES = 8 * 1024 * 1024

/** A list of signatures gathered on paper: lib/content/limits.ts says what is read of it. */
export const LARGEST_PAPER_BODY_BYTES = 16 * 1024 * 1024

/** The letter in all languages, or a list of the settings with a field for each word of it: the console's largest forms. */
const LARGEST_CONSOLE_BODY_BYTES = 512 * 1024

/** A ZIP of content/ (lib/editing/archive/limits.ts). */
export const LARGEST_CONTENT_BODY_BYTES = 16 * 1024 * 1024

const LETTER_PATH = /^\/[a-z-]{2,16}\/organisers\/letter(\?|$)/i

/** Drawings and short lists among them, so that one that is somewhat too large is told in a sentence. */
const SETTINGS_PATH = /^\/[a-z-]{2,16}\/organisers\/settings\/[a-z/-]+(\?|$)/i

const CONTENT_PATH = /^\/[a-z-]{2,16}\/organisers\/content\/upload(\?|$)/i

const PAPER_PATH = /^\/[a-z-]{2,16}\/organisers\/paper\/upload(\?|$)/i

const LOGO_PATH = /^\/[a-z-]{2,16}\/my-signature\/logo(\?|$)/i

/** RFC 9110, section 4.1, asks for 8,000 at least: the longest that a form of ours makes is shorter. */
export const LONGEST_URL = 8_192

/** Whatever else HTTP knows has no use here. A path has those of its route. */
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS']

const CSP = 'content-security-policy'

/** What the request guard knows of the site. */
type RequestGuardSettings = {
  /** Scheme, host and port of the site, as in SITE_URL. */
  siteUrl: string
  trustedProxies: TrustedProxies
  /** Every address that the site has, with its methods. */
  routes: Route[]
}

/**
 * Looks at a request before the web framework sees it: answers what must not pass (true), or
 * prepares headers and lets it in (false).
 */
export function isRefusedByGuard(
  request: IncomingMessage,
  response: ServerResponse,
  settings: RequestGuardSettings,
) {
  const path = originForm(request.url ?? '/')
  request.url = path
  for (const [name, value] of Object.entries(securityHeaders(settings.siteUrl, path))) {
    response.setHeader(name, value)
  }
  const refusal = findRefusal(request, settings)
  const isQuestion = request.method === 'OPTIONS' && (!refusal || path === '*')
  if (isQuestion || refusal === 405) {
    response.setHeader('Allow', methodsAt(path, settings.routes).join(', '))
  }
  if (isQuestion) {
    response.setHeader(CSP, contentSecurityPolicy([], path))
    response.writeHead(204).end()
    return true
  }
  if (refusal) {
    const { method = '' } = request
    logEvent('request-refused', { status: refusal, method, place: placeOf(path) })
    refuseRequest(request, response, refusal)
    return true
  }
  trustNothingForged(request, settings)
  giveNonce(request)
  return false
}

/** Checks in order of importance to whoever has to mend the request. */
function findRefusal(request: IncomingMessage, { siteUrl, routes }: RequestGuardSettings) {
  const { method = 'GET', url = '/', headers } = request
  if (url.length > LONGEST_URL) return 414
  if (!isReadable(url)) return 400
  if (!METHODS.includes(method)) return 405
  if (!isFromOurPages({ method, path: url, headers }, siteUrl)) return 403
  if (Number(headers['content-length'] ?? 0) > largestBody(url)) return 413
  return methodsAt(url, routes).includes(method) ? null : 405
}

/** An address that does not exist has no methods of its own: it is "not found", however it is asked for. */
function methodsAt(url: string, routes: Route[]) {
  const route = findRoute(pathnameOf(url), routes)?.route
  return route ? [...route.methods, 'OPTIONS'] : METHODS
}

/** Bytes that the body of a request at this path may have. */
export function largestBody(path: string) {
  return BODIES.find(({ at }) => at.test(path))?.bytes ?? LARGEST_BODY_BYTES
}

/** Whether a file is taken here, whose endpoint reads the body itself, as far as it wants to. */
export function takesFiles(path: string) {
  return BODIES.some(({ at, hasFile }) => hasFile && at.test(path))
}

/** Bodies that may be larger than others. */
const BODIES = [
  { at: PAPER_PATH, bytes: LARGEST_PAPER_BODY_BYTES, hasFile: true },
  { at: LOGO_PATH, bytes: LARGEST_LOGO_BODY_BYTES, hasFile: true },
  { at: CONTENT_PATH, bytes: LARGEST_CONTENT_BODY_BYTES, hasFile: true },
  { at: LETTER_PATH, bytes: LARGEST_CONSOLE_BODY_BYTES, hasFile: false },
  { at: SETTINGS_PATH, bytes: LARGEST_CONSOLE_BODY_BYTES, hasFile: false },
]

/**
 * The path and query of a request. A client may send a whole address (RFC 9112, section 3.2.2), whose host
 * counts for as little as the header of that name.
 */
function originForm(target: string) {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '')
  return withoutNul(path === target || path.startsWith('/') ? path : `/${path}`)
}

/** No text holds the character NUL, and PostgreSQL takes none: in a query it is as good as unreadable. */
function withoutNul(url: string) {
  const [pathname = '', ...query] = url.split('?')
  return [pathname, ...query.map(part => part.replaceAll('%00', '%EF%BF%BD'))].join('?')
}

/** What stands before the query. */
export function pathnameOf(url: string) {
  return url.split('?')[0] ?? '/'
}

function isReadable(path: string) {
  if (!path.startsWith('/')) return false
  try {
    return !decodeURIComponent(pathnameOf(path)).includes('\0')
  } catch {
    return false
  }
}

/** Links and checks go by SITE_URL, whatever Host or X-Forwarded-* claim. */
function trustNothingForged(request: IncomingMessage, settings: RequestGuardSettings) {
  const site = new URL(settings.siteUrl)
  const { headers } = request
  headers[CLIENT_ADDRESS_HEADER] = clientAddress(
    request.socket.remoteAddress,
    headers['x-forwarded-for']?.toString(),
    settings.trustedProxies,
  )
  headers[PAGE_PATH_HEADER] = request.url
  delete headers[REFUSED_FORM_HEADER]
  delete headers[PLACES_HEADER]
  delete headers[LIST_PROBLEM_HEADER]
  headers['x-forwarded-for'] = headers[CLIENT_ADDRESS_HEADER]
  headers['x-forwarded-proto'] = site.protocol.replace(':', '')
  headers['x-forwarded-host'] = hostOf(headers.origin) ?? site.host
  headers.host = site.host
  // Nothing here is large enough to be fetched in parts, and a server may always send the whole (RFC 9110,
  // section 14.2).
  delete headers.range
}

/**
 * A page made for this request gets its nonce from the request's policy, which its answer carries then. A
 * cached page brings its own policy of hashes with it (server/page-cache.ts), and then this one is not used.
 */
function giveNonce({ headers, url = '/' }: IncomingMessage) {
  const nonce = `'nonce-${randomBytes(16).toString('base64')}'`
  headers[CSP] = contentSecurityPolicy([nonce], url)
  delete headers['content-security-policy-report-only']
}
