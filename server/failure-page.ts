import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { languages } from '#lib/content/languages.ts'
import { preferredLanguage } from '#lib/content/preferred-language.ts'
import { contentSecurityPolicy, inlineScriptSources } from '#lib/security/security-headers.ts'
import { turnAway } from '#lib/security/turn-away.ts'

const BUILT_PAGES = '.next/server/app'

/** Of an address in no known language: in all of them (app/global-not-found.tsx). */
const NOT_FOUND_ANYWHERE = '_not-found'

/** The built page that stands for a status. */
const PAGES: Record<number, string> = { 403: 'forbidden', 404: 'missing', 500: 'stopped' }

/**
 * Sends the built page that says "something has stopped", "this is not open to you" or "this does not
 * exist", in the reader's language, in place of a page that failed, was refused or is not there: Next
 * answers such a request with an empty document that only scripts could fill.
 * Must be called before the request is handled, and after anything else has wrapped the response.
 */
export function sendFailuresInWords(request: IncomingMessage, response: ServerResponse) {
  const write = response.write.bind(response)
  const end = response.end.bind(response)
  const flushHeaders = response.flushHeaders.bind(response)
  let isReplaced = false
  const replaces = () => {
    isReplaced ||= !response.headersSent && isFailedPage(request, response)
    return isReplaced
  }
  response.flushHeaders = () => replaces() || flushHeaders()
  response.write = ((...parameters: Parameters<typeof write>) =>
    replaces() || write(...parameters)) as typeof response.write
  response.end = ((...parameters: Parameters<typeof end>) => {
    const html = replaces() && readPage(request, response.statusCode)
    if (!html) return end(...parameters)
    response.removeHeader('Content-Length')
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    const policy = contentSecurityPolicy(inlineScriptSources(html), request.url ?? '/')
    response.setHeader('Content-Security-Policy', policy)
    return end(html)
  }) as typeof response.end
}

/**
 * Answers a request for an address that the site does not have: people with the page that says so, in
 * their language or in all of them, programs in their own way.
 */
export function sendNotFound(request: IncomingMessage, response: ServerResponse) {
  const { method = '', url = '/' } = request
  const isForPrograms = /^\/(api|_next)\//.test(url) || !['GET', 'HEAD'].includes(method)
  const html = readPage(request, 404)
  if (isForPrograms || !html) return turnAway(request, response, 404)
  response.statusCode = 404
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  const policy = contentSecurityPolicy(inlineScriptSources(html), url)
  response.setHeader('Content-Security-Policy', policy)
  response.end(method === 'HEAD' ? undefined : html)
}

function isFailedPage(request: IncomingMessage, response: ServerResponse) {
  const isForPeople = String(request.headers.accept ?? '').includes('text/html')
  return response.statusCode in PAGES && isForPeople
}

function readPage({ url = '', headers }: IncomingMessage, status: number) {
  const known = languages()
  const asked = known.find(language => url.split(/[/?]/)[1] === language)
  const wished = preferredLanguage(headers['accept-language'] ?? null, known)
  const place =
    status === 404 && !asked ? NOT_FOUND_ANYWHERE : `${asked ?? wished}/${PAGES[status]}`
  const file = join(process.cwd(), BUILT_PAGES, `${place}.html`)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
