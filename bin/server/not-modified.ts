import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http'

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

/**
 * Answers 304 without a body where a route answers with an entity tag that who asks knows already: a CDN
 * that revalidates a document need not fetch it again.
 */
export function sendNotModified(request: IncomingMessage, response: ServerResponse) {
  const asked = request.headers['if-none-match']
  if (!asked || !['GET', 'HEAD'].includes(request.method ?? '')) return
  const write = response.write.bind(response)
  const end = response.end.bind(response)
  const isKnown = () => {
    if (response.headersSent) return response.statusCode === 304
    if (response.statusCode !== 200 || !isTagKnown(asked, response.getHeader('etag'))) return false
    for (const name of ['Content-Length', 'Content-Encoding', 'Content-Type'])
      response.removeHeader(name)
    response.writeHead(304)
    return true
  }
  response.write = ((...parameters: Parameters<typeof write>) =>
    isKnown() || write(...parameters)) as typeof response.write
  response.end = ((...parameters: Parameters<typeof end>) =>
    isKnown() ? end() : end(...parameters)) as typeof response.end
}
