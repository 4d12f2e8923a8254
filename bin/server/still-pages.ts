import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { contentSecurityPolicy } from '../../lib/defence/security-headers.ts'

/** What needs React in the browser: the exports of the client's files (tests/support/known-files.ts). */
export const LEAVES = [
  'KeepTyped',
  'LiveTally',
  'NewsForm',
  'OwnForm',
  'PasskeyButton',
  'ShareButtons',
  'ShortForm',
  'SignForm',
  'SignOutForm',
  'TypoForm',
  'UpdateForm',
] as const

/**
 * Has nothing to do until somebody comes near it, and neither has anything else on its page: without its
 * programs it is an ordinary form.
 */
const PATIENT_LEAF = 'SignForm'

/** Other reasons to leave a page as Next made it: a form that React sends, and a text that scripts put together. */
const NEEDS_SCRIPTS = [/name="\$ACTION_/, /<template id="[BP]:/, /<html id="__next_error__"/]

/** Next's programs, the page as data for them, and what announces them; no file of public/, no data for search engines. */
const PROGRAMS =
  /<link rel="preload" as="script"[^>]*>|<script(?![^>]*(?:src="\/(?!_next\/)|type="application\/ld\+json"))[^>]*>[\s\S]*?<\/script>/g

/** The programs of modern browsers alone, and what announces them. */
const FETCHED_PROGRAMS =
  /<link rel="preload" as="script"[^>]*>|<script src="(\/_next\/[^"]+)"(?![^>]*noModule)[^>]*><\/script>/g

/**
 * Sends a page on which scripts have nothing to do without them (docs/decisions/0017): Next has no such
 * choice for its App Router, and hands 120 kB of programs and every text twice to whoever reads one page.
 * The page of the form comes without them too, and fetches them as soon as there is a use for them.
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
    const isAlone = isStill(page)
    const sent = isAlone ? page.replace(PROGRAMS, '') : isPatient(page) ? asleep(page) : page
    if (isAlone) {
      const policy = contentSecurityPolicy([], request.url ?? '/')
      response.setHeader('Content-Security-Policy', policy)
    }
    response.setHeader('Content-Length', Buffer.byteLength(sent))
    return end(sent)
  }) as typeof response.end
}

function isPage(headers: OutgoingHttpHeaders) {
  return String(headers['content-type'] ?? '').startsWith('text/html')
}

function isStill(page: string) {
  return (
    !LEAVES.some(leaf => hasLeaf(page, leaf)) && !NEEDS_SCRIPTS.some(reason => reason.test(page))
  )
}

function isPatient(page: string) {
  return hasLeaf(page, PATIENT_LEAF) && page.includes('<form')
}

function hasLeaf(page: string, leaf: string) {
  // The data for React names each of them in a string within a string.
  return page.includes(`\\"${leaf}\\"`)
}

/** The page with a file of public/ in place of its programs, which that file fetches. */
function asleep(page: string) {
  const programs: string[] = []
  const still = page.replace(FETCHED_PROGRAMS, (_, program?: string) => {
    if (program) programs.push(program)
    return ''
  })
  const wake = `<script src="/wake.js" defer="" data-programs="${programs.join(' ')}"></script>`
  return still.replace('</head>', () => `${wake}</head>`)
}
