import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { type RawRequest, sendRaw } from '../../support/site/raw-request.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

const SOME_ID = '019aa7c1-4f7e-7c55-9d6e-2a0f7f0c1d11'

let site: RunningSite
let port: number

beforeAll(async () => {
  await emptyDatabase()
  site = await startRunningSite()
  port = Number(new URL(site.address).port)
})
afterAll(() => site.stop())

const ask = (method: string, target: string, rest: Partial<RawRequest> = {}) =>
  sendRaw(port, { method, target, headers: [], ...rest })

describe('a method that is not for here', () => {
  test.each([
    ['TRACE', '/fr', 'GET, HEAD, OPTIONS'],
    ['PUT', '/fr/signatories', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/api/tally', 'GET, HEAD, OPTIONS'],
    ['PROPFIND', '/', 'GET, HEAD, OPTIONS'],
    ['GET', '/api/signatures', 'POST, OPTIONS'],
    ['CONNECT', 'letter.example.org:443', 'GET, HEAD, POST, OPTIONS'],
  ])('%s %s is told what is', async (method, target, allowed) => {
    const { status, head } = await ask(method, target)
    expect(status).toBe(405)
    expect(head).toContain(`\r\nAllow: ${allowed}\r\n`)
  })

  test.each([
    ['/api/tally', 'GET, HEAD, OPTIONS'],
    ['/api/signatures', 'POST, OPTIONS'],
    ['*', 'GET, HEAD, POST, OPTIONS'],
  ])('OPTIONS %s says which are', async (target, allowed) => {
    const { status, head } = await ask('OPTIONS', target)
    expect(status).toBe(204)
    expect(head).toContain(`\r\nAllow: ${allowed}\r\n`)
  })
})

describe('an address that the site does not have', () => {
  test.each([
    '/_next/image?url=%2Ficon.svg&w=640&q=75',
    '/_next/data/x/fr.json',
    '/_next/static/..%2f..%2fpackage.json',
    '/%5Blocale%5D',
    '/%5Blocale%5D/%5Bpage%5D',
    '/fr/%5Bpage%5D',
    '/fr/nowhere',
    '/fr%2Fsignatories',
    '/fr%252Fsignatories',
    '/fr/..%2f..%2fetc%2fpasswd',
    '/fr\\signatories',
    '//fr',
    '/fr.rsc',
    '/api/nowhere',
    `/api/logos/${SOME_ID}?v=%00`,
    '/api/logos/%5Bid%5D?v=x',
  ])('%s is not found, by whatever it is asked', async target => {
    expect((await ask('GET', target)).status).toBe(404)
    // Next sends its own scripts round by another address where the query lacks a mark of theirs.
    expect([307, 404]).toContain((await ask('GET', target, { headers: [['RSC', '1']] })).status)
  })

  test('a person is told so in her language, a program in short', async () => {
    expect((await ask('GET', '/en/nowhere')).body).toContain('<html lang="en"')
    expect((await ask('GET', '/nowhere')).body).toContain('lang="fr"')
    expect((await ask('GET', '/api/nowhere')).head).toContain('text/plain')
  })
})

describe('an address of another spelling leads to the right one', () => {
  test.each([
    ['/FR', '/fr'],
    ['/fr/', '/fr'],
    ['/%66r', '/fr'],
    ['/fr/Signatories?q=Camille&After=X', '/fr/signatories?q=Camille&After=X'],
    ['/EN/PRIVACY', '/en/privacy'],
    ['/FR/Versions/AbCdEf', '/fr/versions/AbCdEf'],
    ['/Api/Tally', '/api/tally'],
    ['/fr/Confirm?token=AbC', '/fr/confirm?token=AbC'],
  ])('%s: %s', async (target, right) => {
    const { status, head } = await ask('GET', target)
    expect(status).toBe(308)
    expect(head).toContain(`\r\nLocation: ${right}\r\n`)
  })
})

describe('a request that says nothing', () => {
  test.each<[string, number, string, string, [string, string][]?]>([
    ['a path that is none', 400, 'GET', 'fr'],
    ['a path with NUL', 400, 'GET', '/fr/%00'],
    ['half a percent', 400, 'GET', '/fr/%'],
    ['a long address', 414, 'GET', `/fr?q=${'x'.repeat(9_000)}`],
    ['a very long address', 414, 'GET', `/fr?q=${'x'.repeat(20_000)}`],
    ['a very long header', 431, 'GET', '/fr', [['X-Long', 'x'.repeat(20_000)]]],
    ['a method that is none', 400, 'BREW', '/fr'],
    ['a router state that is none', 400, 'GET', '/fr', [['Next-Router-State-Tree', '%']]],
    ['one of another shape', 400, 'GET', '/fr', [['Next-Router-State-Tree', '[1]']]],
    ['a whole address, which is one', 200, 'GET', 'http://evil.example/fr'],
    ['headers by which Next speaks to itself', 200, 'GET', '/fr', [['X-Matched-Path', '/x']]],
    ['a range that is none', 200, 'GET', '/icon.svg', [['Range', 'bytes=9-1']]],
    ['an expectation of nothing', 417, 'GET', '/fr', [['Expect', 'tea']]],
  ])('%s: %i', async (_, status, method, target, headers = []) => {
    expect((await ask(method, target, { headers })).status).toBe(status)
  })
})

test('nothing of all this was a failure of the site', async () => {
  expect(site.complaints()).toBe('')
  expect(await database.signature.count()).toBe(0)
})
