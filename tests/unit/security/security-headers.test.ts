import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contentSecurityPolicy,
  inlineScriptSources,
  securityHeaders,
} from '#lib/security/security-headers.ts'

const sourceOf = (script: string) =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`

test.each([
  ['https://letter.example.org', 'max-age=31536000; includeSubDomains'],
  ['https://letter.example.co.uk:8443', 'max-age=31536000; includeSubDomains'],
  ['https://example.org', 'max-age=31536000'],
  ['https://example.co.uk', 'max-age=31536000'],
  ['http://localhost:3000', undefined],
])('%s is reached by https alone: %s', (siteUrl, policy) => {
  expect(securityHeaders(siteUrl, '/fr')['Strict-Transport-Security']).toBe(policy)
})

test.each([
  ['/fr/confirm?token=abc', 'strict-origin'],
  ['/api/unsubscribe?id=1&token=abc', 'strict-origin'],
  ['/fr/confirm', 'same-origin'],
  ['/fr/signatories?q=token', 'same-origin'],
])('%s lets its page say where it comes from by %s', (path, policy) => {
  expect(securityHeaders('https://letter.example.org', path)['Referrer-Policy']).toBe(policy)
})

describe('headers of every answer', () => {
  test('tell our own pages, and nobody else, where a reader comes from', () => {
    // `no-referrer` would make browsers post our forms with `Origin: null`.
    expect(securityHeaders('https://a.example', '/en')['Referrer-Policy']).toBe('same-origin')
  })

  test('insist on encryption only where the site has it', () => {
    expect(securityHeaders('https://a.example', '/en')).toHaveProperty('Strict-Transport-Security')
    expect(securityHeaders('http://localhost:3000', '/en')).not.toHaveProperty(
      'Strict-Transport-Security',
    )
  })

  test('forbid frames, guessing of types, and devices', () => {
    expect(securityHeaders('https://a.example', '/en')).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Permissions-Policy': expect.stringContaining('camera=()'),
    })
  })
})

describe('the policy of a page', () => {
  test('names its scripts one by one, and nothing unsafe', () => {
    const directives = contentSecurityPolicy(["'nonce-abc'"], '/en').split('; ')
    expect(directives).toEqual([
      "default-src 'none'",
      "script-src 'self' 'nonce-abc'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
    expect(contentSecurityPolicy([], '/en')).toContain("script-src 'self';")
  })

  const DATA = 'self.__next_f.push([1,"0:{\\"a\\":1}"])'
  const START = '(self.__next_f=self.__next_f||[]).push([0])'
  const CHUNKS =
    '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["a.js"]});'

  test('covers each script that hands Next its data once, and no script of a file', () => {
    const page = `<script>${DATA}</script><script src="/x.js"></script>
      <script async="" src="/y.js"></script><script id="z">${START}</script><script>${DATA}</script>
      <script id="_R_">${CHUNKS}</script>
      <script></script><script type="application/ld+json">{"a":1}</script>`
    expect(inlineScriptSources(page)).toEqual([DATA, START, CHUNKS].map(sourceOf))
    expect(inlineScriptSources('<p>none</p>')).toEqual([])
  })

  test.each([
    'alert(1)',
    ' ',
    `${DATA};alert(1)`,
    `alert(1);${DATA}`,
    'self.__next_f.push([1,"a"]),alert(1)',
    'self.__next_f.push([1,"a"],alert(1))',
    'self.__next_f.push([1,"a"+alert(1)])',
    'self.__next_f.push([1,`a`])',
    'self.__next_f.push([1,"a"]);alert(1);self.__next_f.push([1,"b"])',
    '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({get a(){alert(1)}});',
  ])('does not bless a script that a stranger brought into the page: %s', script => {
    const page = `<script>${DATA}</script><script>${script}</script>`
    expect(inlineScriptSources(page)).toEqual([sourceOf(DATA)])
  })

  test('blesses no script, whatever it is, that is not of a known form', () => {
    const script = fc.string({ unit: 'binary-ascii' }).filter(text => !text.includes('<'))
    fc.assert(
      fc.property(script, script, (one, other) => {
        const page = `<script>${one}</script><script>self.__next_f.push(${other})</script>`
        const isData = /^\s*(\[|\{|"|-?\d|true|false|null)/.test(other)
        if (!isData) expect(inlineScriptSources(page)).toEqual([])
      }),
    )
  })
})
