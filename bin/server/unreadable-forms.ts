import type { IncomingMessage, ServerResponse } from 'node:http'
import { LARGEST_BODY_BYTES, largestBody, REFUSALS } from '../../lib/defence/front-door.ts'

const FORM = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i

/**
 * Answers a form that cannot be read, or is too long and hid its length, with 400 or 413: Next would
 * say 500, as if something of ours had failed. Must be called before the request is handled.
 */
export function refuseUnreadableForms(request: IncomingMessage, response: ServerResponse) {
  const { method, url = '/', headers } = request
  const type = headers['content-type'] ?? ''
  const isForNext = largestBody(url) === LARGEST_BODY_BYTES
  if (method !== 'POST' || !FORM.test(type) || !isForNext) return
  const sent = keepBytes(request)
  const end = response.end.bind(response)
  response.end = ((...parameters: Parameters<typeof end>) => {
    if (response.statusCode !== 500 || response.headersSent) return end(...parameters)
    faultOf(sent, type).then(fault => {
      if (!fault) return end(...parameters)
      response.statusCode = fault
      for (const name of ['Content-Length', 'ETag']) response.removeHeader(name)
      response.setHeader('Content-Type', 'text/plain; charset=utf-8')
      return end(REFUSALS[fault])
    })
    return response
  }) as typeof response.end
}

type Sent = { size: number; chunks: Uint8Array[] }

/** Looks on while the body comes in: it has one reader, and that is Next. */
function keepBytes(request: IncomingMessage) {
  const sent: Sent = { size: 0, chunks: [] }
  const emit = request.emit.bind(request)
  request.emit = (event: string | symbol, ...parameters: unknown[]) => {
    const [chunk] = parameters
    if (event === 'data' && chunk instanceof Uint8Array) {
      sent.size += chunk.length
      if (sent.size <= LARGEST_BODY_BYTES) sent.chunks.push(chunk)
    }
    return emit(event, ...parameters)
  }
  return sent
}

async function faultOf({ size, chunks }: Sent, type: string) {
  if (size > LARGEST_BODY_BYTES) return 413
  const form = new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData()
  return form.then(
    () => null,
    () => 400 as const,
  )
}
