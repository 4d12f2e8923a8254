import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settleEncoding } from '../../../server/encoding.ts'
import { isSentAgain } from '../../../server/page-memory.ts'

let server: Server
let site: string
let made: number
let visit = 0
let headers: Record<string, string>

beforeEach(async () => {
  made = 0
  headers = { 'Cache-Control': 's-maxage=10', ETag: '"one"' }
  server = createServer((request, response) => {
    settleEncoding(request)
    if (isSentAgain(request, response)) return
    made += 1
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.write('made ')
    response.end(`${made}`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  visit += 1
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/page-${visit}`
})

afterEach(async () => {
  server.close()
  await once(server, 'close')
})

async function read(init: RequestInit = {}, address = site) {
  const response = await fetch(address, { ...init, keepalive: false })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

describe('a crowd on one page', () => {
  it('gets the page that was made for the first of it', async () => {
    const first = await read()
    const second = await read()
    expect([first.text, second.text]).toEqual(['made 1', 'made 1'])
    expect(second.headers.get('etag')).toBe('"one"')
    expect(second.headers.get('cache-control')).toBe('s-maxage=10')
  })

  it('is told that nothing has changed, who has the page already', async () => {
    await read()
    const again = await read({ headers: { 'If-None-Match': '"one"' } })
    expect(again.status).toBe(304)
    expect(again.text).toBe('')
  })

  it.each(['W/"one"', '"other", W/"one"'])(
    'is told the same by a cache that says %s',
    async tag => {
      await read()
      expect((await read({ headers: { 'If-None-Match': tag } })).status).toBe(304)
    },
  )

  it('gets a page made anew after somebody has sent a form', async () => {
    await read()
    await read({ method: 'POST', body: 'name=Camille' })
    expect((await read()).text).toBe('made 3')
  })
})

describe('what is made for one visitor', () => {
  it.each([
    ['a page that no cache may keep', { 'Cache-Control': 'private, no-store' }],
    ['a page that sets a cookie', { 'Cache-Control': 's-maxage=10', 'Set-Cookie': 'a=b' }],
  ])('is never sent to another: %s', async (_name, answered) => {
    headers = answered
    await read()
    expect((await read()).text).toBe('made 2')
  })

  it('is never what another got: a request with a cookie or a query', async () => {
    await read()
    expect((await read({ headers: { Cookie: 'organiser=1' } })).text).toBe('made 2')
    expect((await read({}, `${site}?q=1`)).text).toBe('made 3')
    expect((await read({}, `${site}?q=1`)).text).toBe('made 4')
  })
})

it('keeps each encoding apart', async () => {
  await read({ headers: { 'Accept-Encoding': 'gzip' } })
  expect((await read({ headers: { 'Accept-Encoding': 'br' } })).text).toBe('made 2')
  expect((await read({ headers: { 'Accept-Encoding': 'br;q=0' } })).text).toBe('made 3')
  expect((await read({ headers: { 'Accept-Encoding': 'br' } })).text).toBe('made 2')
  expect((await read({ headers: { 'Accept-Encoding': 'gzip, BR' } })).text).toBe('made 2')
  expect((await read({ headers: { 'Accept-Encoding': 'GZIP, br;q=0.1' } })).text).toBe('made 1')
  expect((await read({ headers: { 'Accept-Encoding': 'deflate' } })).text).toBe('made 3')
})

it('keeps files that never change through any form', async () => {
  headers = { 'Cache-Control': 'public, max-age=31536000, immutable' }
  await read()
  await read({ method: 'POST', body: 'x' })
  expect((await read()).text).toBe('made 1')
})
