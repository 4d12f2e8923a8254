import { connect } from 'node:net'

/** A request as its bytes, which no client library would send. */
export type RawRequest = {
  method: string
  target: string
  headers: [name: string, value: string][]
  body?: string | Buffer
}

export type RawAnswer = { status: number; head: string; body: string }

/** Longer than any honest answer takes. */
const ANSWERED_WITHIN_MS = 20_000

/** Sends a request over a connection of its own; status 0 without an answer in time. */
export function sendRaw(port: number, request: RawRequest, withinMs = ANSWERED_WITHIN_MS) {
  return new Promise<RawAnswer>(resolve => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1')
    socket.setTimeout(withinMs, () => socket.destroy())
    socket.on('data', chunk => chunks.push(chunk))
    // Whoever is refused may find the connection closed while she is still sending.
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answerIn(Buffer.concat(chunks).toString('latin1'))))
    socket.write(bytesOf(request))
  })
}

function bytesOf({ method, target, headers, body = '' }: RawRequest) {
  const bytes = Buffer.from(body)
  const length: RawRequest['headers'] =
    bytes.length > 0 ? [['Content-Length', String(bytes.length)]] : []
  const all = [['Host', 'letter.example.org'], ['Connection', 'close'], ...length, ...headers]
  const lines = [`${method} ${target} HTTP/1.1`, ...all.map(([name, value]) => `${name}: ${value}`)]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes])
}

const INTERIM = /^HTTP\/1\.1 1\d\d[^\r]*\r\n\r\n/

function answerIn(bytes: string): RawAnswer {
  const text = bytes.replace(INTERIM, '')
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [, status = '0'] = /^HTTP\/1\.1 (\d{3})/.exec(head) ?? []
  return { status: Number(status), head, body: rest.join('\r\n\r\n') }
}
