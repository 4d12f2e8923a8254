import type { Server } from 'node:http'

/** Who has been answered may ask for so long on the same connection. */
const LAST_ASKED_WITHIN_MS = 1_000

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
