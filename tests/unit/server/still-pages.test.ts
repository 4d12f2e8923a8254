import { once } from 'node:events'
import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { LEAVES, sendStillPagesAlone } from '../../../bin/server/still-pages.ts'
import { CLIENT_FILES } from '../../support/known-files.ts'

const POLICY = "script-src 'self' 'nonce-n'"
const PROGRAM = '<script src="/_next/static/chunks/a.js" async="" nonce="n"></script>'
const OURS = '<script src="/offline.js" async="" data-page="/fr/offline"></script>'
const FOR_SEARCH = '<script type="application/ld+json">{"@type":"WebPage"}</script>'
const AS_DATA = '<script nonce="n">self.__next_f.push([1,"a:I[1,[],\\"ErrorShield\\"]"])</script>'

const STILL = `<html><head><link rel="preload" as="script" href="/_next/b.js"/>${PROGRAM}${OURS}</head><body>${FOR_SEARCH}<p>Prénom</p>${AS_DATA}</body></html>`

test('a page without a leaf comes without programs, in one piece, under a policy without a nonce', async () => {
  const { html, headers } = await sent(STILL)
  expect(html).toBe(`<html><head>${OURS}</head><body>${FOR_SEARCH}<p>Prénom</p></body></html>`)
  expect(headers['content-length']).toBe(String(Buffer.byteLength(html)))
  expect(headers['content-security-policy']).toContain("script-src 'self';")
})

test.each([
  ['a leaf', AS_DATA.replace('ErrorShield', 'LiveTally')],
  ['a form that React sends', '<input type="hidden" name="$ACTION_ID_1"/>'],
  ['a part that comes later', '<template id="B:0"></template>'],
])('a page with %s stays as it was made', async (_, part) => {
  const page = STILL.replace('<p>', `${part}<p>`)
  const { html, headers } = await sent(page)
  expect(html).toBe(page)
  expect(headers['content-security-policy']).toBe(POLICY)
})

test('the page of the form comes without programs, and with what fetches them in time', async () => {
  const form = AS_DATA.replace('ErrorShield', 'SignForm')
  const old = '<script src="/_next/polyfills.js" noModule=""></script>'
  const page = STILL.replace('<p>', `<form></form>${old}${form}<p>`)
  const { html, headers } = await sent(page)
  const wake = '<script src="/wake.js" defer="" data-programs="/_next/static/chunks/a.js"></script>'
  expect(html).toBe(
    `<html><head>${OURS}${wake}</head><body>${FOR_SEARCH}<form></form>${old}${form}<p>Prénom</p>${AS_DATA}</body></html>`,
  )
  expect(headers['content-security-policy']).toBe(POLICY)
})

test('what is no page is let through as it comes', async () => {
  expect((await sent(STILL, 'text/x-component')).html).toBe(STILL)
})

test('every file that goes to browsers is known as a leaf', () => {
  const exported = CLIENT_FILES.map(file => basename(file, '.tsx'))
  // Around every page, and of no use where nothing can fail.
  expect([...LEAVES, 'ErrorShield'].sort()).toEqual(exported.sort())
})

/** What a browser gets of a page that the server hands over in two pieces. */
async function sent(page: string, type = 'text/html; charset=utf-8') {
  const server = createServer((request, response) => {
    sendStillPagesAlone(request, response)
    response.setHeader('Content-Type', type)
    response.setHeader('Content-Security-Policy', POLICY)
    response.flushHeaders()
    response.write(Buffer.from(page).subarray(0, 100))
    response.end(Buffer.from(page).subarray(100))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const [answer] = await once(ask({ port, path: '/fr/press' }).end(), 'response')
  const html = await text(answer)
  server.close()
  return { html, headers: answer.headers }
}
