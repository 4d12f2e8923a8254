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

const ABOUT_THE_BODY = ['Content-Length', 'Content-Encoding', 'Content-Type', 'Transfer-Encoding']

/**
 * Answers 304 without a body where a route answers with an entity tag that who asks knows already: a CDN
 * that revalidates a document need not fetch it again.
 */
export function sendNotModified(request: IncomingMessage, response: ServerResponse) {
  const asked = request.headers['if-none-match']
  if (!asked || !['GET', 'HEAD'].includes(request.method ?? '')) return
  const writeHead = response.writeHead.bind(response)
  response.writeHead = ((...parameters: Parameters<typeof writeHead>) => {
    if (parameters[0] !== 200 || !isTagKnown(asked, response.getHeader('etag')))
      return writeHead(...parameters)
    for (const name of ABOUT_THE_BODY) response.removeHeader(name)
    // Node sends no body after this status, whatever is written.
    return writeHead(304)
  }) as typeof response.writeHead
}
