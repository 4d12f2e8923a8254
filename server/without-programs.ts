// Pages without programs: the first visit of the letter weighs 84 kB, not 214 (docs/decisions/0027-forms-without-hydration.md); 66 µs a page.
import { contentSecurityPolicy } from '#lib/security/security-headers.ts'
import { type Answer, isPage, rewriteHtml } from './answer.ts'

/** The console alone runs Next's programs. */
const CONSOLE = /^\/[a-z-]{2,16}\/organisers(\/|\?|$)/i

/** Next's programs, the page as data for them, and what announces them; no file of public/, no data for search engines. */
const PROGRAMS =
  /<link rel="preload" as="script"[^>]*>|<script(?![^>]*(?:src="\/(?!_next\/)|type="application\/ld\+json"))[^>]*>[\s\S]*?<\/script>/g

/** The HTML of a page without Next's programs. */
export function withoutPrograms(html: string) {
  return html.replace(PROGRAMS, '')
}

/**
 * Every page but those of the console, where nothing needs React, and Next has no such choice for its App
 * Router. Pages that stand for a failed one go without programs everywhere.
 */
export function goesWithoutPrograms(path: string, { status, headers }: Omit<Answer, 'body'>) {
  return isPage(headers) && (!CONSOLE.test(path) || status >= 400)
}

/** An answer without Next's programs where it goes without them, and under a policy that allows none. */
export function sendWithoutPrograms(answer: Answer, { url: path = '/' }: { url?: string }): Answer {
  if (!goesWithoutPrograms(path, answer)) return answer
  const policy = contentSecurityPolicy([], path)
  const headers = { ...answer.headers, 'content-security-policy': policy }
  return rewriteHtml({ ...answer, headers }, withoutPrograms)
}
