// Failure pages: a page that failed says so in words, in 0.2 ms and without Next, whose own is empty until scripts run.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { languages } from '#lib/content/languages.ts'
import { preferredLanguage } from '#lib/content/preferred-language.ts'
import { refuseRequest } from '#lib/security/refuse-request.ts'
import { type Answer, rewriteHtml } from './answer.ts'

/** Of an address in no known language: in all of them (app/global-not-found.tsx). */
const NOT_FOUND_ANYWHERE = '/_not-found'

/** The page that stands for a status. */
const PAGES: Record<number, string> = { 403: 'forbidden', 404: 'missing', 500: 'stopped' }

/** The pages by their paths: made before anything can fail. */
const prepared = new Map<string, string>()

const SAID = { 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' }

/** What a failure page needs to know of a request. */
type Asked = Pick<IncomingMessage, 'url' | 'headers'>

/**
 * Makes the pages that stand for failed ones, of the content that is served now.
 * @param render resolves to the HTML of a page
 */
export async function prepareFailurePages(render: (path: string) => Promise<string>) {
  const own = languages().flatMap(language =>
    Object.values(PAGES).map(page => `/${language}/${page}`),
  )
  for (const path of [...own, NOT_FOUND_ANYWHERE]) prepared.set(path, await render(path))
}

/** Whether an answer of this status is shown to people as a page that failed. */
export function isFailedPage(status: number, { headers }: Asked) {
  return status in PAGES && String(headers.accept ?? '').includes('text/html')
}

/**
 * The page that says "something has stopped", "this is not open to you" or "this does not exist", in
 * the reader's language, in place of a page that failed, was refused or is not there: Next answers such a
 * request with an empty document that only scripts could fill.
 */
export function sayFailure(answer: Answer, request: Asked): Answer {
  if (!isFailedPage(answer.status, request)) return answer
  const html = readPage(request, answer.status)
  return html
    ? rewriteHtml({ ...answer, headers: { ...answer.headers, ...SAID } }, () => html)
    : answer
}

/**
 * The answer to a request for an address that the site does not have: people get the page that says so, in
 * their language or in all of them, programs are turned away in their own way (null).
 */
export function sayNotFound(request: IncomingMessage, response: ServerResponse): Answer | null {
  const { method = '', url = '/' } = request
  const isForPrograms = /^\/(api|_next)\//.test(url) || !['GET', 'HEAD'].includes(method)
  const html = readPage(request, 404)
  if (!isForPrograms && html) return { status: 404, headers: SAID, body: Buffer.from(html) }
  refuseRequest(request, response, 404)
  return null
}

function readPage({ url = '', headers }: Asked, status: number) {
  const known = languages()
  const asked = known.find(language => url.split(/[/?]/)[1] === language)
  const wished = preferredLanguage(headers['accept-language'] ?? null, known)
  const place =
    status === 404 && !asked ? NOT_FOUND_ANYWHERE : `/${asked ?? wished}/${PAGES[status]}`
  return prepared.get(place)
}
