// Server limits: nobody keeps a place with half a form, which ends after 20 s; 5,000 connections of some 20 kB each.
import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { LONGEST_URL, takesFiles } from '#lib/security/request-guard.ts'

const SECOND_MS = 1_000

/**
 * How long a form or a call of 64 kB may be on its way: some 3 kB a second, which the slowest line has. An
 * upload gets as long as `requestTimeout` says.
 */
const SMALL_BODY_WITHIN_MS = 20 * SECOND_MS

/** Time-outs and bounds of the server before any request is looked at (docs/operating.md tells them). */
export const SERVER_OPTIONS = {
  /** Request line and headers together. */
  maxHeaderSize: 16 * 1024,
  headersTimeout: 15 * SECOND_MS,
  /** 16 MB of a list of paper signatures in two minutes: a line of 1 Mbit/s. */
  requestTimeout: 120 * SECOND_MS,
  /** Longer than the minute for which nginx keeps an idle connection: it must be the one that ends it. */
  keepAliveTimeout: 65 * SECOND_MS,
  connectionsCheckingInterval: 5 * SECOND_MS,
  // Next listens for WebSockets: without this it would hang up on whoever offers another protocol.
  shouldUpgradeCallback: () => false,
} satisfies ServerOptions

/** More than a busy proxy opens; each costs some 20 kB. Further ones are dropped at once. */
const MOST_CONNECTIONS = 5_000

const MOST_HEADERS = 100

const MOST_REQUESTS_PER_CONNECTION = 10_000

/** Who neither sends nor takes a byte for so long is let go: no answer of ours is thought about longer. */
const LONGEST_SILENCE_MS = 120 * SECOND_MS

/** Who has been answered may ask for so long on the same connection. */
const LAST_ASKED_WITHIN_MS = 1_000

/** Sets what Node takes on the server alone, and answers what never becomes a request. */
export function limitServer(server: Server) {
  server.maxConnections = MOST_CONNECTIONS
  server.maxHeadersCount = MOST_HEADERS
  server.maxRequestsPerSocket = MOST_REQUESTS_PER_CONNECTION
  server.timeout = LONGEST_SILENCE_MS
  server.on('connect', (_request, socket) => hangUp(socket as Socket, '405 Method Not Allowed'))
  server.on('clientError', (error: ClientError, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
    return hangUp(socket as Socket, statusFor(error))
  })
}

/**
 * Takes no new connection and resolves when the last one has ended. A proxy or a browser keeps its own
 * open and asks on: it hears with its next answer that this was the last one.
 */
export function closeServer(server: Server) {
  server.keepAliveTimeout = LAST_ASKED_WITHIN_MS
  server.prependListener('request', (_request, response) => {
    response.setHeader('Connection', 'close')
  })
  return new Promise<void>(resolve => {
    server.close(() => resolve())
  })
}

/** Ends a request whose body does not come: nobody keeps a place by sending half of a form. */
export function endSlowBody(
  request: IncomingMessage,
  response: ServerResponse,
  withinMs = SMALL_BODY_WITHIN_MS,
) {
  const { headers, url = '/' } = request
  const hasBody =
    headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0
  if (!hasBody || takesFiles(url)) return
  const timer = setTimeout(() => {
    if (request.complete) return
    if (response.headersSent) request.socket.destroy()
    else hangUp(request.socket, '408 Request Timeout')
  }, withinMs)
  for (const event of ['end', 'close']) request.once(event, () => clearTimeout(timer))
}

type ClientError = Error & { code?: string; rawPacket?: Buffer }

/** As Node itself would say, but for a request line that is too long (RFC 9110, section 15.5.15). */
function statusFor({ code, rawPacket }: ClientError) {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout'
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return '413 Payload Too Large'
  if (code !== 'HPE_HEADER_OVERFLOW') return '400 Bad Request'
  const [line = ''] = rawPacket?.toString('latin1').split('\r\n') ?? []
  const isLongLine = /^[A-Z]+ /.test(line) && line.length > LONGEST_URL
  return isLongLine ? '414 URI Too Long' : '431 Request Header Fields Too Large'
}

function hangUp(socket: Socket, status: string) {
  const allow = status.startsWith('405') ? 'Allow: GET, HEAD, POST, OPTIONS\r\n' : ''
  socket.end(`HTTP/1.1 ${status}\r\n${allow}Content-Length: 0\r\nConnection: close\r\n\r\n`)
}
