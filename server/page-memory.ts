import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { isTagKnown } from './not-modified.ts'

/** How long a page that any cache may keep is sent again as it was, in milliseconds. */
const PAGE_LIFETIME_MS = 1_000

/** How many answers are kept at most: the pages and files of the site are far fewer. */
const MOST_ANSWERS = 300

const LARGEST_ANSWER_BYTES = 1024 * 1024

type Answer = { headers: OutgoingHttpHeaders; body: Buffer; until: number }

const answers = new Map<string, Answer>()

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Sends an answer again while it is fresh (true), or watches the one that is made now and keeps it if
 * any cache may (RFC 9111, section 3): a crowd on one page costs one page a second and no compression.
 * After any POST pages are made anew. The encoding must have been settled (./encoding.ts).
 */
export function isSentAgain(request: IncomingMessage, response: ServerResponse) {
  if (!SAFE_METHODS.has(request.method ?? '')) response.once('finish', forgetPages)
  const key = keyOf(request)
  if (!key) return false
  const answer = answers.get(key)
  if (answer && Date.now() < answer.until) {
    sendAgain(answer, request, response)
    return true
  }
  watch(key, response)
  return false
}

/** Only what asks for nothing but an address and an encoding (settled by then) has one answer for everyone. */
function keyOf({ method, url = '', headers }: IncomingMessage) {
  const isPlain = method === 'GET' && !headers.cookie && !headers.rsc && !headers.range
  if (!isPlain || headers['next-router-prefetch'] || url.includes('?')) return null
  return `${headers['accept-encoding']} ${url}`
}

function sendAgain({ headers, body }: Answer, request: IncomingMessage, response: ServerResponse) {
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  if (isTagKnown(request.headers['if-none-match'], headers.etag)) {
    const { 'content-length': _length, 'content-encoding': _encoding, ...rest } = headers
    response.writeHead(304, rest).end()
    return
  }
  response.writeHead(200, { ...headers, 'content-length': body.length }).end(body)
}

/** Must be called before anything else wraps the response: it keeps the bytes as they are sent. */
function watch(key: string, response: ServerResponse) {
  const chunks: Buffer[] = []
  let size = 0
  const keep = (chunk: unknown) => {
    if (!(typeof chunk === 'string' || chunk instanceof Uint8Array)) return
    size += chunk.length
    if (size <= LARGEST_ANSWER_BYTES) chunks.push(Buffer.from(chunk as Uint8Array))
  }
  const write = response.write.bind(response)
  response.write = ((...parameters: Parameters<typeof write>) => {
    keep(parameters[0])
    return write(...parameters)
  }) as typeof response.write
  const end = response.end.bind(response)
  response.end = ((...parameters: Parameters<typeof end>) => {
    keep(parameters[0])
    const lifetime = lifetimeOf(response)
    if (lifetime > 0 && size <= LARGEST_ANSWER_BYTES) {
      if (answers.size >= MOST_ANSWERS) answers.clear()
      const headers = { ...response.getHeaders() }
      answers.set(key, { headers, body: Buffer.concat(chunks), until: Date.now() + lifetime })
    }
    return end(...parameters)
  }) as typeof response.end
}

function forgetPages() {
  for (const [key, { until }] of answers) if (Number.isFinite(until)) answers.delete(key)
}

function lifetimeOf(response: ServerResponse) {
  if (response.statusCode !== 200 || response.hasHeader('set-cookie')) return 0
  const control = String(response.getHeader('cache-control') ?? '')
  if (control.includes('immutable')) return Number.POSITIVE_INFINITY
  return control.includes('s-maxage') ? PAGE_LIFETIME_MS : 0
}
