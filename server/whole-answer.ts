import type { ServerResponse } from 'node:http'

/**
 * Holds an answer back until it is whole, and hands it to `send` in place of sending it.
 * @param isHeld asked when the answer begins, once its status and headers are known
 * @param send gets the body, with the response as it was before
 */
export function holdAnswer(
  response: ServerResponse,
  isHeld: () => boolean,
  send: (body: Buffer) => void,
) {
  const write = response.write.bind(response)
  const end = response.end.bind(response)
  const flushHeaders = response.flushHeaders.bind(response)
  const chunks: Buffer[] = []
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  let held: boolean | undefined
  const holds = () => {
    held ??= !response.headersSent && isHeld()
    return held
  }
  response.flushHeaders = () => holds() || flushHeaders()
  response.write = ((...parameters: Parameters<typeof write>) => {
    if (!holds()) return write(...parameters)
    keep(parameters[0])
    return true
  }) as typeof response.write
  response.end = ((...parameters: Parameters<typeof end>) => {
    if (!holds()) return end(...parameters)
    keep(parameters[0])
    Object.assign(response, { write, end, flushHeaders })
    send(Buffer.concat(chunks))
    return response
  }) as typeof response.end
}
