import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CLIENT_ADDRESS_HEADER, clientAddress } from './client-address.ts'
import { answerAndHearOut } from './hear-out.ts'
import { PAGE_PATH_HEADER } from './page-path.ts'
import { type Refusal, type SaidRefusal, sayRefusal } from './refusal-page.ts'
import { REFUSED_FORM_HEADER } from './refused-form.ts'
import { hostOf, isFromOurPages } from './same-origin.ts'
import { contentSecurityPolicy, securityHeaders } from './security-headers.ts'

/** No form or call of ours comes near this many bytes. */
export const LARGEST_BODY_BYTES = 64 * 1024

/** A logo may be heavier, and whoever sends one far too heavy is still told so in a sentence. */
export const LARGEST_LOGO_BODY_BYTES = 8 * 1024 * 1024

/** A list of signatures gathered on paper: lib/paper/limits.ts says what is read of it. */
export const LARGEST_PAPER_BODY_BYTES = 16 * 1024 * 1024

const PAPER_PATH = /^\/[a-z-]{2,16}\/organisers\/paper\/upload(\?|$)/i

const LOGO_PATH = /^\/[a-z-]{2,16}\/my-signature\/logo(\?|$)/i

const CSP = 'content-security-policy'

/** What the front door needs to know of the site. */
type FrontDoorSettings = {
  /** Scheme, host and port of the site, as in SITE_URL. */
  siteUrl: string
  /** How many proxies of our own stand before this server. */
  trustedProxyHops: number
}

/**
 * Looks at a request before the web framework sees it: answers what must not pass (true), or
 * prepares headers and lets it in (false).
 */
export function isTurnedAway(
  request: IncomingMessage,
  response: ServerResponse,
  settings: FrontDoorSettings,
) {
  const path = request.url ?? '/'
  for (const [name, value] of Object.entries(securityHeaders(settings.siteUrl, path))) {
    response.setHeader(name, value)
  }
  const refusal = findRefusal(request, settings)
  if (refusal) {
    const said = sayInWords(request, refusal)
    const headers = { 'Content-Type': said.type, [CSP]: contentSecurityPolicy([], path) }
    answerAndHearOut(request, response, refusal, headers, said.text)
    return true
  }
  trustNothingForged(request, settings)
  giveNonce(request, response)
  return false
}

/** A form gets its answer in its reader's language; anything else that is turned away, in all of them. */
function sayInWords(request: IncomingMessage, status: keyof typeof REFUSALS): SaidRefusal {
  const inAllLanguages = { type: 'text/plain; charset=utf-8', text: REFUSALS[status] }
  if (request.method !== 'POST') return inAllLanguages
  return sayRefusal(request, refusalOf(request, status)) ?? inAllLanguages
}

function refusalOf({ headers }: IncomingMessage, status: keyof typeof REFUSALS): Refusal {
  if (status === 400) return 'unreadable'
  if (status === 413) return 'too-large'
  return headers.origin === 'null' ? 'hidden-origin' : 'foreign'
}

/** What is said of a request that is turned away, in the languages of whoever may read it. */
export const REFUSALS = {
  400: 'This request cannot be read. / Cette demande est illisible.\n',
  403: 'This form was not sent from our site. Open the letter and try again. / Ce formulaire ne vient pas de notre site. Ouvrez la lettre et réessayez.\n',
  413: 'This is too long. / C’est trop long.\n',
}

function findRefusal(request: IncomingMessage, { siteUrl }: FrontDoorSettings) {
  const path = request.url ?? '/'
  if (!isReadable(path)) return 400
  if (!isFromOurPages({ method: request.method ?? 'GET', path, headers: request.headers }, siteUrl))
    return 403
  if (Number(request.headers['content-length'] ?? 0) > largestBody(path)) return 413
  return null
}

/** Bytes that the body of a request at this path may have. */
export function largestBody(path: string) {
  if (PAPER_PATH.test(path)) return LARGEST_PAPER_BODY_BYTES
  return LOGO_PATH.test(path) ? LARGEST_LOGO_BODY_BYTES : LARGEST_BODY_BYTES
}

function isReadable(path: string) {
  if (!path.startsWith('/')) return false
  try {
    return !decodeURIComponent(path.split('?')[0] ?? '').includes('\0')
  } catch {
    return false
  }
}

/** Links and checks go by SITE_URL, whatever Host or X-Forwarded-* claim. */
function trustNothingForged(request: IncomingMessage, settings: FrontDoorSettings) {
  const site = new URL(settings.siteUrl)
  const { headers } = request
  headers[CLIENT_ADDRESS_HEADER] = clientAddress(
    request.socket.remoteAddress,
    headers['x-forwarded-for']?.toString(),
    settings.trustedProxyHops,
  )
  headers[PAGE_PATH_HEADER] = request.url
  delete headers[REFUSED_FORM_HEADER]
  headers['x-forwarded-for'] = headers[CLIENT_ADDRESS_HEADER]
  headers['x-forwarded-proto'] = site.protocol.replace(':', '')
  headers['x-forwarded-host'] = hostOf(headers.origin) ?? site.host
  headers.host = site.host
}

/**
 * A page made for this request gets its nonce from the request's policy. A cached page brings its
 * own policy of hashes with it (bin/server/page-cache.ts), and then this one is not used.
 */
function giveNonce(request: IncomingMessage, response: ServerResponse) {
  const nonce = `'nonce-${randomBytes(16).toString('base64')}'`
  const policy = contentSecurityPolicy([nonce], request.url ?? '/')
  request.headers[CSP] = policy
  delete request.headers['content-security-policy-report-only']
  const writeHead = response.writeHead.bind(response)
  response.writeHead = ((...parameters: Parameters<typeof writeHead>) => {
    if (!response.hasHeader(CSP)) response.setHeader(CSP, policy)
    return writeHead(...parameters)
  }) as typeof response.writeHead
}
