import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const LOOPBACK = '127.0.0.1'

/** Names that a browser on this machine may use; anything else is a page that rebinds its name to us. */
const LOCAL_HOSTS = /^(localhost|127\.0\.0\.1)(:\d+)?$/

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

/**
 * Serves pages to browsers of this machine alone, on `port`, or on any free one where that is taken.
 * Resolves to the server and its address.
 * @param pageFor the HTML of a path and query, or null where there is none.
 */
export async function serveLocally(port: number, pageFor: (path: string) => string | null) {
  // The site's own process serves it: whoever empties the mailbox meanwhile must not end that.
  const pageIfAble = (path: string) => {
    try {
      return pageFor(path)
    } catch {
      return null
    }
  }
  const server = createServer((request, response) => {
    const page = isLocal(request) ? pageIfAble(request.url ?? '/') : null
    response.writeHead(page ? 200 : 404, HEADERS).end(page ?? 'Not found')
  })
  await listen(server, port).catch(() => listen(server, 0))
  const { port: taken } = server.address() as AddressInfo
  return { server, url: `http://localhost:${taken}` }
}

function listen(server: Server, port: number) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function isLocal(request: IncomingMessage) {
  return request.method === 'GET' && LOCAL_HOSTS.test(request.headers.host ?? '')
}
