import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import {
  FORM_PAGE_HEADER,
  REFUSED_FORM_HEADER,
  unpackRefusedForm,
} from '#lib/security/refused-form.ts'
import { leadFormerForms } from '../../../server/former-addresses.ts'
import { showRefusedForm } from '../../../server/refused-forms.ts'
import { sendWithoutPrograms, withoutPrograms } from '../../../server/without-programs.ts'

const PROGRAM = '<script src="/_next/static/chunks/a.js" async="" nonce="n"></script>'
const OURS = '<script src="/forms.js" async=""></script>'
const FOR_SEARCH = '<script type="application/ld+json">{"@type":"WebPage"}</script>'
const AS_DATA = '<script nonce="n">self.__next_f.push([1,"a"])</script>'
const PAGE = `<html><head><link rel="preload" as="script" href="/_next/b.js"/>${PROGRAM}${OURS}</head><body>${FOR_SEARCH}<p>Prénom</p>${AS_DATA}</body></html>`
const ALONE = `<html><head>${OURS}</head><body>${FOR_SEARCH}<p>Prénom</p></body></html>`
const POLICY = "script-src 'self' 'nonce-n'"

const made = (status: number, type = 'text/html; charset=utf-8') => ({
  status,
  headers: { 'content-type': type, 'content-security-policy': POLICY },
  body: Buffer.from(PAGE),
})

test.each([
  ['a page of the public', '/fr', 200, ALONE],
  ['a page whose name is like the console’s', '/fr/organisers-of-old', 200, ALONE],
  ['a page that failed, in the console', '/fr/organisers', 403, ALONE],
  ['a page of the console', '/fr/organisers/mail?x=1', 200, PAGE],
])('%s', (_, url, status, expected) => {
  const { body, headers } = sendWithoutPrograms(made(status), { url })
  expect(body.toString()).toBe(expected)
  const policy = headers['content-security-policy']
  expect(policy).toMatch(expected === PAGE ? /'nonce-n'/ : /script-src 'self';/)
})

test('what is no page is let through as it comes', () => {
  const data = made(200, 'text/x-component')
  expect(sendWithoutPrograms(data, { url: '/fr' })).toBe(data)
})

test('a page of no program stays as it is', () => {
  expect(withoutPrograms(ALONE)).toBe(ALONE)
})

const REFUSED = {
  form: 'sign',
  values: { name: 'Zoé 🖋', statement: 'é'.repeat(20_000) },
  problems: [{ field: 'email', message: 'Il manque une adresse.' }],
}

/** A form that was refused by its handler, and what is made of it for whoever sent it. */
function show(accept: string, made: { status: number } = { status: 200 }) {
  const refused = {
    status: 422,
    headers: {
      'content-type': 'application/json',
      'retry-after': '7',
      'set-cookie': 'a=b',
      [FORM_PAGE_HEADER]: '/fr/sign/again',
    },
    body: Buffer.from(JSON.stringify(REFUSED)),
  }
  const asked = new IncomingMessage(new Socket())
  asked.method = 'POST'
  asked.headers = { accept, 'content-length': '6' }
  return showRefusedForm(refused, asked, async ({ method, url, headers }) => {
    const form = unpackRefusedForm(String(headers[REFUSED_FORM_HEADER]), 'sign')
    const body = Buffer.from(
      JSON.stringify({ method, url, form, length: headers['content-length'] }),
    )
    return { ...made, headers: { 'content-type': 'text/html' }, body }
  })
}

test('a browser gets the page of a refused form, with all that was typed, however long', async () => {
  const answer = await show('text/html')
  expect(answer?.status).toBe(422)
  expect(answer?.headers).toEqual({ 'content-type': 'text/html', 'retry-after': '7' })
  expect(JSON.parse(String(answer?.body))).toEqual({
    method: 'GET',
    url: '/fr/sign/again',
    form: REFUSED,
  })
})

test('a page of a refused form that fails itself says that it failed', async () => {
  expect(await show('text/html', { status: 500 })).toMatchObject({ status: 500 })
})

test('our script gets what is wrong as data', async () => {
  const answer = await show('application/json')
  expect(answer?.headers).not.toHaveProperty(FORM_PAGE_HEADER)
  expect(answer).toMatchObject({ status: 422, headers: { 'retry-after': '7' } })
  expect(JSON.parse(String(answer?.body))).toEqual(REFUSED)
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
