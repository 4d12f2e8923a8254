import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contentSecurityPolicy,
  inlineScriptSources,
  securityHeaders,
} from '#lib/defence/security-headers.ts'

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

  test('covers each inline script once, and no script of a file', () => {
    const page = `<script>a()</script><script src="/x.js"></script>
      <script async="" src="/y.js"></script><script id="z">\n b("<b>") </script><script>a()</script>
      <script></script><script type="application/ld+json">{"a":1}</script>`
    expect(inlineScriptSources(page)).toEqual([sourceOf('a()'), sourceOf('\n b("<b>") ')])
    expect(inlineScriptSources('<p>none</p>')).toEqual([])
  })

  test('covers any script, whatever stands around it', () => {
    const script = fc.string({ unit: 'binary-ascii', minLength: 1 }).filter(s => !s.includes('<'))
    fc.assert(
      fc.property(fc.array(script), fc.string(), (scripts, between) => {
        const text = between.replaceAll('<', '')
        const page = scripts.map(each => `${text}<script>${each}</script>`).join('')
        expect(inlineScriptSources(page)).toEqual([...new Set(scripts)].map(sourceOf))
      }),
    )
  })
})
