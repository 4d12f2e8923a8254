import type { IncomingHttpHeaders } from 'node:http'

/** Methods that change nothing (RFC 9110, section 9.2.1): they may come from anywhere. */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Checked by their own signature instead: they are called by machines of others. */
const SIGNED_PATHS = /^\/api\/webhooks\//

/**
 * Called by mail programs, which have no page of ours (RFC 8058): it takes nothing but the one body of
 * that standard, and a token that only a mail of ours holds.
 */
const ONE_CLICK_PATH = /^\/api\/unsubscribe(\?|$)/

/**
 * Whether a request may go on: one that changes something must come from our own pages.
 * Browsers say where a request comes from in Sec-Fetch-Site (Fetch Metadata, W3C), older ones in
 * Origin, browsers of text such as w3m and Lynx in Referer alone (RFC 9110, section 10.1.3; OWASP's
 * Cross-Site Request Forgery Prevention Cheat Sheet). With none of them only JSON may pass, because no
 * form can send it.
 */
export function isFromOurPages(
  request: { method: string; path: string; headers: IncomingHttpHeaders },
  siteOrigin: string,
) {
  if (SAFE_METHODS.has(request.method) || SIGNED_PATHS.test(request.path)) return true
  if (ONE_CLICK_PATH.test(request.path)) return true
  const { origin, host, referer, 'sec-fetch-site': site } = request.headers
  const isOurOrigin = origin === siteOrigin
  if (site !== undefined) {
    return (
      site === 'same-origin' && (origin === undefined || isOurOrigin || hostOf(origin) === host)
    )
  }
  if (origin !== undefined) return isOurOrigin
  return originOf(referer) === siteOrigin || isJson(request.headers['content-type'])
}

function originOf(address: string | undefined) {
  return address && URL.canParse(address) ? new URL(address).origin : null
}

/** Host and port of an Origin header; null for `null` and for what is no origin. */
export function hostOf(origin: string | undefined) {
  return origin && URL.canParse(origin) ? new URL(origin).host : null
}

/** Whether a Content-Type is JSON, which no HTML form can send. */
export function isJson(contentType: string | null | undefined) {
  return /^application\/json\s*(;|$)/i.test(contentType ?? '')
}
