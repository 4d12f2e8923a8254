import { describe, expect, test } from 'vitest'
import { isFromOurPages } from '#lib/security/same-origin.ts'

const SITE = 'https://letter.example.org'
const HOST = 'letter.example.org'
const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json; charset=utf-8'

type Headers = Parameters<typeof isFromOurPages>[0]['headers']

const post = (headers: Headers, path = '/fr') =>
  isFromOurPages({ method: 'POST', path, headers: { host: HOST, ...headers } }, SITE)

describe('a form may come from', () => {
  test.each<[string, Headers]>([
    ['our page', { origin: SITE, 'sec-fetch-site': 'same-origin', 'content-type': FORM }],
    ['our page in an older browser', { origin: SITE, 'content-type': FORM }],
    ['our page, by a browser that sends no Origin', { 'sec-fetch-site': 'same-origin' }],
    ['a machine that sends JSON', { 'content-type': JSON_TYPE }],
    [
      'a machine that sends JSON and names a page of its own',
      {
        'content-type': JSON_TYPE,
        referer: 'https://partner.example/',
      },
    ],
    [
      'our page in w3m or Lynx, which send a Referer alone',
      {
        referer: `${SITE}/fr?from=qr`,
        'content-type': FORM,
      },
    ],
    [
      'our page, of which a strict setting leaves the origin',
      { referer: `${SITE}/`, 'content-type': FORM },
    ],
  ])('%s', (_, headers) => {
    expect(post(headers)).toBe(true)
  })

  test('our page under a second name of this server, as the browser swears', () => {
    const headers = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }
    expect(post({ ...headers, 'sec-fetch-site': 'same-origin' })).toBe(true)
  })
})

describe('a form may not come from', () => {
  test.each<[string, Headers]>([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site in an older browser', { origin: 'https://evil.example' }],
    ['a subdomain', { origin: 'https://x.letter.example.org', 'sec-fetch-site': 'same-site' }],
    ['our host without encryption', { origin: 'http://letter.example.org' }],
    ['our host at another port', { origin: 'https://letter.example.org:8443' }],
    ['a name that begins like ours', { origin: 'https://letter.example.org.evil.example' }],
    ['a page that hides its origin', { origin: 'null', 'content-type': FORM }],
    ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['nobody who says so', { 'content-type': FORM }],
    ['nobody, as text that may be JSON', { 'content-type': 'text/plain' }],
    ['nobody, as multipart', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['nobody, without a type', {}],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }],
    [
      'a script elsewhere that sends JSON',
      { origin: 'https://evil.example', 'content-type': JSON_TYPE },
    ],
    ['JSON from a frame without origin', { origin: 'null', 'content-type': JSON_TYPE }],
    ['a lying origin', { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
    ['two origins', { origin: `${SITE}, https://evil.example` }],
    [
      'another site in a browser of text',
      { referer: 'https://evil.example/', 'content-type': FORM },
    ],
    [
      'a page whose address begins like ours',
      {
        referer: 'https://letter.example.org.evil.example/',
        'content-type': FORM,
      },
    ],
    [
      'a page whose address has ours in it',
      {
        referer: `https://evil.example/?${SITE}/fr`,
        'content-type': FORM,
      },
    ],
    [
      'our host without encryption, by its Referer',
      {
        referer: 'http://letter.example.org/fr',
        'content-type': FORM,
      },
    ],
    ['no page at all, in so many words', { referer: 'about:blank', 'content-type': FORM }],
    [
      'a hidden origin that names a page of ours',
      {
        origin: 'null',
        referer: `${SITE}/fr`,
        'content-type': FORM,
      },
    ],
    [
      'another site, which names a page of ours',
      {
        origin: 'https://evil.example',
        referer: `${SITE}/fr`,
        'content-type': FORM,
      },
    ],
    ['a type that only looks like JSON', { 'content-type': 'application/jsonp' }],
  ])('%s', (_, headers) => {
    expect(post(headers)).toBe(false)
  })
})

test.each(['PUT', 'PATCH', 'DELETE', 'post', 'BREW'])('%s is judged like POST', method => {
  const headers = { host: HOST, origin: 'https://evil.example' }
  expect(isFromOurPages({ method, path: '/fr', headers }, SITE)).toBe(false)
})

test.each(['GET', 'HEAD', 'OPTIONS'])('%s may come from anywhere: it changes nothing', method => {
  const headers = { host: HOST, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  expect(isFromOurPages({ method, path: '/fr', headers }, SITE)).toBe(true)
})

test('only webhooks, which carry a signature of their own, come from machines of others', () => {
  const headers = { origin: 'https://evil.example' }
  expect(post(headers, '/api/webhooks/resend')).toBe(true)
  expect(post(headers, '/fr/api/webhooks/resend')).toBe(false)
  expect(post(headers, '/api/webhooksx')).toBe(false)
})

test.each(['/fr/confirm/send', '/en/not-me/send', '/fr/sign/send', '/fr/my-signature/open/send'])(
  'a form of which nothing says where it comes from is refused, the token of a mail in it or not: %s',
  path => {
    expect(post({ 'content-type': FORM }, path)).toBe(false)
  },
)
