import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sendAnswer } from '../../../server/answer.ts'
import { settleEncoding } from '../../../server/encoding.ts'
import {
  awaitPage,
  beginPage,
  emptyPages,
  keepPage,
  makeForAll,
  recallPage,
} from '../../../server/page-memory.ts'

let server: Server
let site: string
let made: number
let visit = 0
let headers: Record<string, string>

beforeEach(async () => {
  made = 0
  headers = { 'cache-control': 's-maxage=10', etag: '"one"', 'content-type': 'text/html' }
  server = createServer(async (request, response) => {
    settleEncoding(request)
    await sendAnswer(recallPage(request) ?? make(request), request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  visit += 1
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/page-${visit}`
})

/** Makes a page, and keeps it if any cache may. */
function make(request: IncomingMessage, begun = beginPage()) {
  made += 1
  return keepPage({ status: 200, headers, body: Buffer.from(`made ${made}`) }, request, begun)
}

afterEach(async () => {
  vi.useRealTimers()
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

  it('gets the same page while others send forms', async () => {
    await read()
    await read({ method: 'POST', body: 'name=Camille' })
    expect((await read()).text).toBe('made 1')
  })

  it('gets a page made anew at once after something has changed that it shows', async () => {
    await read()
    emptyPages()
    expect((await read()).text).toBe('made 2')
  })

  it('never gets a page that was begun before something has changed', async () => {
    const request = { method: 'GET', url: new URL(site).pathname, headers: {} } as IncomingMessage
    const begun = beginPage()
    emptyPages()
    make(request, begun)
    expect(recallPage(request)).toBeNull()
  })

  it('gets the page of before while one of them makes it anew, and for a second at most', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const request = { method: 'GET', url: new URL(site).pathname, headers: {} } as IncomingMessage
    const first = make(request)
    vi.advanceTimersByTime(1_500)
    expect(recallPage(request)).toBeNull()
    const turn = Promise.withResolvers<void>()
    const making = makeForAll(request, () => turn.promise)
    expect(recallPage(request)).toBe(first)
    vi.advanceTimersByTime(600)
    expect(recallPage(request)).toBeNull()
    turn.resolve()
    await making
  })

  it('waits for the one that makes it, where none of before may be sent', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const request = { method: 'GET', url: new URL(site).pathname, headers: {} } as IncomingMessage
    make(request)
    vi.advanceTimersByTime(60_000)
    const turn = Promise.withResolvers<void>()
    const making = makeForAll(request, async () => {
      await turn.promise
      return make(request)
    })
    const crowd = Array.from({ length: 100 }, () => awaitPage(request))
    turn.resolve()
    const page = await making
    expect(new Set(await Promise.all(crowd))).toEqual(new Set([page]))
    expect(made).toBe(2)
  })

  it('makes it again where whoever made it failed', async () => {
    const request = { method: 'GET', url: '/fr/signatories', headers: {} } as IncomingMessage
    const making = makeForAll(request, () => Promise.reject(new Error('gone')))
    const waiting = awaitPage(request)
    await expect(making).rejects.toThrow('gone')
    expect(await waiting).toBeNull()
    expect(await makeForAll(request, async () => 'made')).toBe('made')
  })
})

describe('what is made for one visitor', () => {
  it.each([
    ['a page that no cache may keep', { 'cache-control': 'private, no-store' }],
    ['a page that sets a cookie', { 'cache-control': 's-maxage=10', 'set-cookie': 'a=b' }],
  ])('is never sent to another: %s', async (_name, answered) => {
    headers = answered
    await read()
    expect((await read()).text).toBe('made 2')
  })

  it('is never kept for another: a page that was made for a cookie or a query', async () => {
    await read({ headers: { Cookie: 'organiser=1' } })
    expect((await read()).text).toBe('made 2')
    expect((await read({}, `${site}?q=1`)).text).toBe('made 3')
    expect((await read({}, `${site}?q=1`)).text).toBe('made 4')
  })

  it('is not what any cache may send to everybody, with a cookie or without', async () => {
    await read()
    expect((await read({ headers: { Cookie: 'signing=1' } })).text).toBe('made 1')
  })
})

it('sends what was made once in the encoding that each of them takes', async () => {
  headers = { ...headers, vary: 'rsc' }
  const long = 'é'.repeat(2_000)
  const request = { method: 'GET', url: new URL(site).pathname, headers: {} } as IncomingMessage
  keepPage({ status: 200, headers, body: Buffer.from(long) }, request, beginPage())
  const sent = []
  for (const accepted of ['gzip', 'br', 'br;q=0', 'gzip, BR', 'GZIP, br;q=0.1', 'deflate']) {
    const answer = await read({ headers: { 'Accept-Encoding': accepted } })
    expect(answer.text).toBe(long)
    expect(answer.headers.get('vary')).toBe('rsc, Accept-Encoding')
    sent.push(answer.headers.get('content-encoding'))
  }
  expect(sent).toEqual(['gzip', 'br', null, 'br', 'gzip', null])
})

it('compresses a page once, made anew or asked for with a query, until it says something else', () => {
  const request = { method: 'GET', url: '/same', headers: {} } as IncomingMessage
  const keep = (text: string, url = '/same') =>
    keepPage(
      { status: 200, headers, body: Buffer.from(text) },
      { ...request, url } as IncomingMessage,
      beginPage(),
    )
  const { bodies } = keep('one')
  expect(keep('one').bodies).toBe(bodies)
  expect(keep('one', '/same?from=poster').bodies).toBe(bodies)
  expect(keep('two').bodies).not.toBe(bodies)
})

it('keeps files that never change through any form', async () => {
  headers = { 'cache-control': 'public, max-age=31536000, immutable' }
  await read()
  emptyPages()
  expect((await read()).text).toBe('made 1')
})
