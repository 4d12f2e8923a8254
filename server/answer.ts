// Answers as values: a page is compressed once for each encoding (1.2 ms for 41 kB with brotli), not for each reader.
import type {
  IncomingMessage,
  OutgoingHttpHeader,
  OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http'
import { compress, type Encoding, encodedHeaders, settledEncoding } from './encoding.ts'

/** An answer as a value, its headers by their names in small letters. */
export type Answer = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/** An answer that is sent once or often, with its body in each encoding that was asked for. */
export type SentAnswer = Answer & { bodies: Map<Encoding, Promise<Buffer>> }

/** An answer whose page is changed by a function from HTML to HTML. */
export function rewriteHtml(answer: Answer, transform: (html: string) => string): Answer {
  return { ...answer, body: Buffer.from(transform(answer.body.toString())) }
}

/** Whether an answer is a page for people. */
export function isPage(headers: OutgoingHttpHeaders) {
  return String(headers['content-type'] ?? '').startsWith('text/html')
}

/** An answer that is ready to be sent. */
export function readyToSend(answer: Answer): SentAnswer {
  return { ...answer, bodies: new Map() }
}

/** Sends an answer in the encoding that was settled, or 304 to whoever knows it already. */
export async function sendAnswer(
  answer: SentAnswer,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const isHead = request.method === 'HEAD'
  const length = isHead ? undefined : answer.body.length
  const { encoding, headers } = encodedHeaders(
    { ...answer.headers, 'content-length': length },
    settledEncoding(request),
  )
  if (isKnown(answer, request)) return send(response, 304, withoutBody(headers))
  const body = isHead ? Buffer.alloc(0) : await bodyIn(encoding, answer)
  send(
    response,
    answer.status,
    { ...headers, 'content-length': isHead ? undefined : body.length },
    body,
  )
}

/**
 * Whether one of the entity tags of If-None-Match is this one, by weak comparison (RFC 9110, section
 * 13.1.2): a proxy that compresses marks a tag as weak.
 */
export function isTagKnown(asked: string | undefined, etag: OutgoingHttpHeader | undefined) {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
  return (
    etag !== undefined &&
    (asked ?? '')
      .split(',')
      .map(opaque)
      .includes(opaque(String(etag)))
  )
}

/** A CDN that revalidates a document need not fetch it again. */
function isKnown({ status, headers }: Answer, request: IncomingMessage) {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  return isRead && status === 200 && isTagKnown(request.headers['if-none-match'], headers.etag)
}

function withoutBody(headers: OutgoingHttpHeaders) {
  const about = Object.keys(headers).filter(name => name.startsWith('content-') && name !== CSP)
  return { ...headers, ...Object.fromEntries(about.map(name => [name, undefined])) }
}

const CSP = 'content-security-policy'

function bodyIn(encoding: Encoding, { body, bodies }: SentAnswer) {
  const made = bodies.get(encoding) ?? compress(body, encoding)
  bodies.set(encoding, made)
  return made
}

function send(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body?: Buffer,
) {
  if (response.headersSent) return
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) response.removeHeader(name)
    else response.setHeader(name, value)
  }
  response.writeHead(status).end(body)
}
