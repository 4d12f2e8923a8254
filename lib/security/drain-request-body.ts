import type { IncomingMessage, ServerResponse } from 'node:http'

/** More than any picture or list that somebody sends by mistake. */
export const LARGEST_DRAINED_BYTES = 64 * 1024 * 1024

/**
 * Answers at once, and reads on, keeping nothing, until whoever asks has sent everything: a browser or
 * a proxy that is still sending when the connection ends does not listen to the answer.
 */
export function answerAndDrain(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  text: string,
) {
  const length = String(Buffer.byteLength(text))
  response.writeHead(status, { ...headers, 'Content-Length': length, Connection: 'close' })
  response.write(text)
  if (request.readableEnded) return void response.end()
  let heard = 0
  request.on('data', (chunk: Buffer) => {
    heard += chunk.length
    if (heard > LARGEST_DRAINED_BYTES) response.end()
  })
  request.once('close', () => response.end())
}
