import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import {
  FORM_PAGE_HEADER,
  REFUSED_FORM_HEADER,
  unpackRefusedForm,
} from '#lib/security/refused-form.ts'
import { leadFormerForms } from '../../../server/former-addresses.ts'
import { showRefusedForms } from '../../../server/refused-forms.ts'
import { sendPagesWithoutPrograms } from '../../../server/without-programs.ts'

type Handle = (request: IncomingMessage, response: ServerResponse) => void

let stop: (() => void) | undefined
afterEach(() => stop?.())

/** A server whose requests `handle` answers. */
async function serve(handle: Handle) {
  const server = createServer(handle).listen(0, '127.0.0.1')
  stop = () => server.close()
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return (path: string, how: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, how)
}

const PROGRAM = '<script src="/_next/static/chunks/a.js" async="" nonce="n"></script>'
const OURS = '<script src="/forms.js" async=""></script>'
const FOR_SEARCH = '<script type="application/ld+json">{"@type":"WebPage"}</script>'
const AS_DATA = '<script nonce="n">self.__next_f.push([1,"a"])</script>'
const PAGE = `<html><head><link rel="preload" as="script" href="/_next/b.js"/>${PROGRAM}${OURS}</head><body>${FOR_SEARCH}<p>Prénom</p>${AS_DATA}</body></html>`
const ALONE = `<html><head>${OURS}</head><body>${FOR_SEARCH}<p>Prénom</p></body></html>`
const POLICY = "script-src 'self' 'nonce-n'"

/** Makes the page as Next does, in two pieces. */
function inPieces(response: ServerResponse, status = 200, type = 'text/html; charset=utf-8') {
  response.statusCode = status
  response.setHeader('Content-Type', type)
  response.setHeader('Content-Security-Policy', POLICY)
  response.flushHeaders()
  response.write(Buffer.from(PAGE).subarray(0, 100))
  response.end(Buffer.from(PAGE).subarray(100))
}

test.each([
  ['a page of the public', '/fr', 200, ALONE],
  ['a page whose name is like the console’s', '/fr/organisers-of-old', 200, ALONE],
  ['a page that failed, in the console', '/fr/organisers', 403, ALONE],
  ['a page of the console', '/fr/organisers/mail?x=1', 200, PAGE],
])('%s', async (_, path, status, expected) => {
  const ask = await serve((request, response) => {
    sendPagesWithoutPrograms(request, response)
    inPieces(response, status)
  })
  const answer = await ask(path)
  expect([answer.status, await answer.text()]).toEqual([status, expected])
  const policy = answer.headers.get('content-security-policy')
  expect(policy).toMatch(expected === PAGE ? /'nonce-n'/ : /script-src 'self';/)
})

test('what is no page is let through as it comes', async () => {
  const ask = await serve((request, response) => {
    sendPagesWithoutPrograms(request, response)
    inPieces(response, 200, 'text/x-component')
  })
  expect(await (await ask('/fr')).text()).toBe(PAGE)
})

const REFUSED = {
  form: 'sign',
  values: { name: 'Zoé 🖋', statement: 'é'.repeat(20_000) },
  problems: [{ field: 'email', message: 'Il manque une adresse.' }],
}

/** Refuses a form as a handler does; its page tells what it was asked with. */
function refuseAndShow(request: IncomingMessage, response: ServerResponse) {
  const handle: Handle = ({ method, url, headers }, answer) => {
    if (method === 'POST') {
      answer.statusCode = 422
      answer.setHeader('Content-Type', 'application/json')
      answer.setHeader('Retry-After', '7')
      answer.setHeader(FORM_PAGE_HEADER, '/fr/sign/again')
      answer.end(JSON.stringify(REFUSED))
      return
    }
    answer.setHeader('Content-Type', 'text/html')
    const refused = unpackRefusedForm(String(headers[REFUSED_FORM_HEADER]), 'sign')
    answer.end(JSON.stringify({ method, url, refused, length: headers['content-length'] }))
  }
  response.setHeader('X-Frame-Options', 'DENY')
  showRefusedForms(request, response, handle)
  handle(request, response)
}

test('a browser gets the page of a refused form, with all that was typed, however long', async () => {
  const ask = await serve(refuseAndShow)
  const answer = await ask('/fr/sign/send', { method: 'POST', body: 'name=x' })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'text/html'])
  expect(answer.headers.get('retry-after')).toBe('7')
  expect(answer.headers.get('x-frame-options')).toBe('DENY')
  expect(answer.headers.get(FORM_PAGE_HEADER)).toBeNull()
  expect(await answer.json()).toEqual({ method: 'GET', url: '/fr/sign/again', refused: REFUSED })
})

test('our script gets what is wrong as data', async () => {
  const ask = await serve(refuseAndShow)
  const headers = { accept: 'application/json' }
  const answer = await ask('/fr/sign/send', { method: 'POST', body: 'name=x', headers })
  expect([answer.status, answer.headers.get(FORM_PAGE_HEADER)]).toEqual([422, null])
  expect(await answer.json()).toEqual(REFUSED)
})

test('a page shows the form that is meant for it, and nothing for a header that is not there', () => {
  const header = Buffer.from(JSON.stringify(REFUSED)).toString('base64url')
  expect(unpackRefusedForm(header, 'sign')).toEqual(REFUSED)
  expect(unpackRefusedForm(header, 'code')).toBeUndefined()
  expect(unpackRefusedForm(null, 'sign')).toBeUndefined()
})

const FORM = { 'content-type': 'multipart/form-data; boundary=x' }

test.each([
  ['/fr', FORM, '/fr/sign/send'],
  ['/en?from=qr', FORM, '/en/sign/send'],
  ['/fr/confirm?token=x', FORM, '/fr/confirm/send'],
  ['/fr/sign/check-your-mail', FORM, '/fr/confirm/code'],
  // Several forms stood there: nobody can tell which it was.
  ['/fr/my-signature', FORM, '/fr/my-signature'],
  ['/fr/organisers', FORM, '/fr/organisers'],
  ['/api/unsubscribe?id=x', FORM, '/api/unsubscribe?id=x'],
  ['/fr', { ...FORM, 'next-action': 'x' }, '/fr'],
  ['/fr', { 'content-type': 'application/json' }, '/fr'],
])('a form of an earlier version at %s', (url, headers: Record<string, string>, expected) => {
  const request = { method: 'POST', url, headers } as unknown as IncomingMessage
  leadFormerForms(request)
  expect(request.url).toBe(expected)
})
