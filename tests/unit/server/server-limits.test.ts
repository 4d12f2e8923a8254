import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endSlowBody, limitServer, SERVER_OPTIONS } from '../../../server/server-limits.ts'

const AT_ONCE_MS = 50

const server = createServer(SERVER_OPTIONS, (request, response) => {
  endSlowBody(request, response, AT_ONCE_MS)
  request.resume().once('end', () => response.end('taken'))
})
limitServer(server)

beforeEach(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterEach(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

function send(bytes: string) {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(bytes)
  return text(socket)
}

test('half of a form keeps no place: it is told that it took too long', async () => {
  for (const half of ['Content-Length: 100\r\n\r\nname=', 'Transfer-Encoding: chunked\r\n\r\n'])
    expect(await send(`POST /fr HTTP/1.1\r\nHost: x\r\n${half}`)).toMatch(/^HTTP\/1\.1 408 /)
})

test('a whole form is taken, and so is a visit without any', async () => {
  const end = 'Host: x\r\nConnection: close\r\n'
  expect(await send(`POST /fr HTTP/1.1\r\n${end}Content-Length: 1\r\n\r\nx`)).toContain('taken')
  expect(await send(`GET /fr HTTP/1.1\r\n${end}\r\n`)).toContain('taken')
})

test.each([
  ['a very long address', `GET /${'x'.repeat(20_000)}`, 414],
  ['a very long header', `GET / HTTP/1.1\r\nHost: ${'x'.repeat(20_000)}`, 431],
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['a tunnel', 'CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n', 405],
])('%s is told what is wrong', async (_, bytes, status) => {
  expect(await send(bytes)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
})

test('every wait has an end, and every number a bound', () => {
  const { headersTimeout, requestTimeout, keepAliveTimeout, timeout } = server
  for (const limit of [headersTimeout, requestTimeout, keepAliveTimeout, timeout]) {
    expect(limit).toBeGreaterThan(0)
    expect(limit).toBeLessThanOrEqual(120_000)
  }
  expect(server.maxConnections).toBeLessThanOrEqual(5_000)
  expect(server.maxHeadersCount).toBe(100)
})
