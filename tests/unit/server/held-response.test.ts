import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { type Answer, readyToSend, sendAnswer } from '../../../server/answer.ts'
import { settleEncoding } from '../../../server/encoding.ts'
import { HeldResponse } from '../../../server/held-response.ts'

const PAGE = `<p>${'Prénom '.repeat(300)}</p>`

let stop: (() => void) | undefined
afterEach(() => stop?.())

/** What somebody gets whose answer `make` writes, as soon as it begins, and what was held of it. */
async function open(
  make: (response: ServerResponse) => void,
  headers: Record<string, string> = {},
) {
  const held: (Answer | null)[] = []
  const server = createServer({ ServerResponse: HeldResponse }, async (request, response) => {
    settleEncoding(request)
    response.setHeader('X-Before', 'guard')
    response.completeHead = () => response.setHeader('X-Last', 'word')
    const isHtml = () => String(response.getHeader('content-type')).startsWith('text/html')
    const answer = await response.hold(isHtml, () => make(response))
    held.push(answer && { ...answer, headers: { ...answer.headers } })
    if (answer) await sendAnswer(readyToSend(answer), request, response)
  }).listen(0, '127.0.0.1')
  stop = () => server.close()
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { sent: await fetch(`http://127.0.0.1:${port}/`, { headers }), held: held[0] }
}

/** The same, once the whole of it has come. */
async function ask(...parameters: Parameters<typeof open>) {
  const { sent, held } = await open(...parameters)
  return { sent, held, text: await sent.text() }
}

/** Writes an answer as Next does, in two pieces. */
const inPieces =
  (type: string, status = 200) =>
  (response: ServerResponse) => {
    response.statusCode = status
    response.setHeader('Content-Type', type)
    response.flushHeaders()
    response.write(Buffer.from(PAGE).subarray(0, 8))
    response.end(Buffer.from(PAGE).subarray(8))
  }

describe('an answer that is held', () => {
  test('is one value, and nothing of it was sent before', async () => {
    const { sent, text, held } = await ask(inPieces('text/html', 404), {
      'accept-encoding': 'identity',
    })
    expect(held).toMatchObject({ status: 404, headers: { 'x-before': 'guard' } })
    expect(held?.body.toString()).toBe(PAGE)
    expect([sent.status, text]).toEqual([404, PAGE])
    expect(sent.headers.get('content-length')).toBe(String(Buffer.byteLength(PAGE)))
    expect(sent.headers.get('x-last')).toBe('word')
  })

  test('may be written with writeHead and with text of any encoding', async () => {
    const { sent, text } = await ask(response => {
      response.writeHead(403, { 'Content-Type': 'text/html', 'X-Own': 'yes' })
      response.write('c3a9', 'hex', () => response.end('hex'))
    })
    expect([sent.status, sent.headers.get('x-own'), text]).toEqual([403, 'yes', 'éhex'])
  })
})

describe('an answer that is streamed', () => {
  test.each(['br', 'gzip', 'identity'])('comes as it was written, in %s', async encoding => {
    const { sent, text, held } = await ask(inPieces('text/csv'), { 'accept-encoding': encoding })
    expect([held, text]).toEqual([null, PAGE])
    const named = encoding === 'identity' ? null : encoding
    expect(sent.headers.get('content-encoding')).toBe(named)
    expect(sent.headers.get('vary')).toBe('Accept-Encoding')
    expect(sent.headers.get('x-last')).toBe('word')
  })

  test('comes piece by piece: the first before the second is made', async () => {
    let goOn = () => {}
    const { sent } = await open(
      response => {
        response.setHeader('Content-Type', 'text/event-stream')
        response.write('first ')
        if ('flush' in response) (response.flush as () => void)()
        goOn = () => response.end('second')
      },
      { 'accept-encoding': 'br' },
    )
    const pieces = sent.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await pieces?.read())?.value).toBe('first ')
    goOn()
    expect((await pieces?.read())?.value).toBe('second')
  })

  test('waits while its reader does not take more, and comes whole', async () => {
    const piece = Buffer.alloc(64 * 1024, 'Zoé ')
    let left = 64
    const { text } = await ask(
      response => {
        response.setHeader('Content-Type', 'text/csv')
        const writeOn = () => {
          while (left > 0) {
            left -= 1
            if (!response.write(piece)) return
          }
          response.end()
        }
        response.on('drain', writeOn)
        writeOn()
      },
      { 'accept-encoding': 'gzip' },
    )
    expect(Buffer.byteLength(text)).toBe(64 * piece.length)
  })

  test('keeps its own encoding, and pictures stay as they are', async () => {
    const { sent } = await ask(inPieces('image/png'), { 'accept-encoding': 'br' })
    expect([sent.headers.get('content-encoding'), sent.headers.get('vary')]).toEqual([null, null])
  })
})
