import { createHash } from 'node:crypto'
import { parse } from 'tldts'
import { corsHeaders, isFramedElsewhere } from './cors.ts'

const YEAR_SECONDS = 31_536_000

/** Of a mailed link: a page must not repeat it, as the Referer of its own files and forms, to a proxy's log. */
const HOLDS_TOKEN = /[?&]token=/i

/** Headers that every answer at this path carries, whatever it is. */
export function securityHeaders(siteUrl: string, path: string): Record<string, string> {
  return {
    'Referrer-Policy': HOLDS_TOKEN.test(path) ? 'strict-origin' : 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    ...(!isFramedElsewhere(path) && { 'X-Frame-Options': 'DENY' }),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...onlyByHttps(siteUrl),
    ...corsHeaders(path),
  }
}

/**
 * HSTS (RFC 6797). Below a host of its own, such as letter.example.org, there is nothing but the site; below
 * example.org itself an NGO may run other things, which are not ours to decide about.
 */
function onlyByHttps(siteUrl: string): Record<string, string> {
  if (!siteUrl.startsWith('https:')) return {}
  const { domain, hostname } = parse(siteUrl)
  const isWholeDomain = domain === hostname
  return {
    'Strict-Transport-Security': `max-age=${YEAR_SECONDS}${isWholeDomain ? '' : '; includeSubDomains'}`,
  }
}

/**
 * The Content-Security-Policy (CSP level 3) of a page whose inline scripts are named by `sources`:
 * hashes on a cached page, one nonce on a page made for this request.
 * @param path of the page: some are made to be framed by other sites
 */
export function contentSecurityPolicy(sources: string[], path: string) {
  return [
    "default-src 'none'",
    `script-src 'self' ${sources.join(' ')}`.trim(),
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${isFramedElsewhere(path) ? '*' : "'none'"}`,
  ].join('; ')
}

/** Data for search engines is no program: browsers run none of it, and no policy need name it. */
const INLINE_SCRIPT =
  /<script(?![^>]*\s(?:src=|type="application\/ld\+json"))[^>]*>([\s\S]*?)<\/script>/g

/** What Next writes into a page for its scripts, word for word; between the two halves stand data, as JSON. */
const KNOWN_SCRIPTS = [
  ['(self.__next_f=self.__next_f||[]).push(', ')'],
  ['self.__next_f.push(', ')'],
  ['(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(', ');'],
] as const

/**
 * The CSP source of each inline script of a page that hands Next's own scripts their data: 'sha256-…' of
 * its exact text, each once. Any other script that stands in the page gets none, and browsers leave it
 * alone: a policy that were made from whatever is there would bless what a stranger brought in, too.
 */
export function inlineScriptSources(html: string) {
  const texts = [...html.matchAll(INLINE_SCRIPT)].map(match => match[1] ?? '').filter(isKnown)
  return [...new Set(texts)].map(
    text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  )
}

/** Data cannot do anything: what is no JSON between the two halves is no script of Next. */
function isKnown(text: string) {
  return KNOWN_SCRIPTS.some(
    ([start, end]) =>
      text.startsWith(start) && text.endsWith(end) && isJson(text.slice(start.length, -end.length)),
  )
}

function isJson(text: string) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
