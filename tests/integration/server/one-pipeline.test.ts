import { once } from 'node:events'
import { promises } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { FORM_PAGE_HEADER } from '#lib/security/refused-form.ts'
import PageCache from '../../../server/page-cache.ts'
import { emptyPages } from '../../../server/page-memory.ts'
import { createSiteServer } from '../../../server/pipeline.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'

const SITE_URL = 'https://letter.example.org'
const PROGRAM = '<script src="/_next/static/chunks/a.js" async=""></script>'
const ROUTES = [
  '/[locale]',
  '/[locale]/organisers',
  '/[locale]/sign/send',
  '/[locale]/sign/again',
  '/[locale]/my-signature/withdraw',
  '/api/signatures',
].map(path => ({ path, methods: ['GET', 'HEAD', 'POST'] }))

const cache = new PageCache({
  fs: { existsSync: () => false, ...promises } as unknown as never,
  serverDistDir: '',
  revalidatedTags: [],
  _requestHeaders: {},
})

let made = 0

/** Answers as Next does: a page that any cache may keep, a refused form, a withdrawal, the console. */
async function handle(request: IncomingMessage, response: ServerResponse) {
  const { method, url } = request
  if (method === 'POST') await text(request)
  if (method === 'POST' && url === '/fr/my-signature/withdraw')
    await cache.revalidateTag(['_N_T_/layout'])
  if (method === 'POST' && url === '/fr/sign/send') {
    response.writeHead(422, { [FORM_PAGE_HEADER]: '/fr/sign/again' }).end('{"form":"sign"}')
    return
  }
  made += 1
  const isKept = method === 'GET' && url === '/fr'
  response.setHeader('Cache-Control', isKept ? 's-maxage=10' : 'private, no-store')
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.write(PROGRAM)
  response.end(`<p>made ${made}</p>`)
}

let server: Server
let address: string

beforeAll(async () => {
  await emptyDatabase()
  const trustedProxies = { hops: 0, networks: [] }
  const guard = { siteUrl: SITE_URL, trustedProxies, routes: ROUTES }
  server = createSiteServer({ handle, guard, known: { routes: ROUTES, actions: {} } })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  emptyPages()
  made = 0
})
afterAll(() => server.close())

const read = async (path: string) => (await fetch(`${address}${path}`)).text()
const send = (path: string) =>
  fetch(`${address}${path}`, {
    method: 'POST',
    body: '{}',
    redirect: 'manual',
    headers: { 'content-type': 'application/json' },
  })

test('a page goes out without programs, under a policy that allows none, and is made once', async () => {
  const answer = await fetch(`${address}/fr`)
  expect(await answer.text()).toBe('<p>made 1</p>')
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';")
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await read('/fr')).toBe('<p>made 1</p>')
})

test('a signature leaves the pages that are kept', async () => {
  await read('/fr')
  expect((await send('/api/signatures')).status).toBe(200)
  expect(await read('/fr')).toBe('<p>made 1</p>')
})

test('what must show at once does: a withdrawal empties the memory of pages', async () => {
  await read('/fr')
  await send('/fr/my-signature/withdraw')
  expect(await read('/fr')).toBe('<p>made 3</p>')
})

test('a page of the console comes in pieces, with the policy of its request', async () => {
  const answer = await fetch(`${address}/fr/organisers`)
  expect(await answer.text()).toBe(`${PROGRAM}<p>made 1</p>`)
  expect(answer.headers.get('content-security-policy')).toContain("'nonce-")
})

test('a refused form is answered by its page, with the status of the refusal', async () => {
  const answer = await send('/fr/sign/send')
  expect([answer.status, await answer.text()]).toEqual([422, '<p>made 1</p>'])
  expect(answer.headers.get(FORM_PAGE_HEADER)).toBeNull()
})

test('whoever asks for the head of a page gets the head of the page', async () => {
  const [whole, head] = [
    await fetch(`${address}/fr`),
    await fetch(`${address}/fr`, { method: 'HEAD' }),
  ]
  expect([head.status, await head.text()]).toEqual([200, ''])
  const policy = 'content-security-policy'
  expect(head.headers.get(policy)).toBe(whole.headers.get(policy))
})

test('a reader who leaves before her page is made leaves nothing behind', async () => {
  const leaving = new AbortController()
  const left = fetch(`${address}/fr`, { signal: leaving.signal })
  leaving.abort()
  await expect(left).rejects.toThrow()
  expect(await read('/fr')).toMatch(/^<p>made \d<\/p>$/)
})
