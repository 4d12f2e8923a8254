import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { look } from '#lib/content/campaign.ts'
import { corsHeaders, isFramedElsewhere } from '#lib/security/cors.ts'
import { badge } from '#lib/sharing/badge.ts'
import { embedFrame } from '#lib/sharing/embed-frame.ts'
import { embedLines } from '#lib/sharing/embed-lines.ts'
import { qrPath } from '#lib/sharing/qr-code.ts'

const HOSTILE = '"><script src=//x.example></script>&\''

describe('what other sites may use', () => {
  test.each(['/fr/embed', '/en/embed?theme=x', '/fr/embed/form', '/fr/embed/sent'])(
    '%s may stand in a frame',
    path => expect(isFramedElsewhere(path)).toBe(true),
  )

  test.each([
    '/fr',
    '/fr/my-signature',
    '/fr/organisers',
    '/fr/confirm?token=x',
    '/fr/confirm?next=/fr/embed',
    '/fr/embed/other',
    '/embed',
    '/fr//embed',
    '/fr/embed/form/x',
  ])('%s may not', path => expect(isFramedElsewhere(path)).toBe(false))

  test.each(['/api/tally', '/api/signatories?limit=2', '/fr/badge.svg', '/embed/letter.js'])(
    '%s may be read by programs and pages of others',
    path => expect(corsHeaders(path)).toHaveProperty('Access-Control-Allow-Origin', '*'),
  )

  test.each([
    '/api/signatures',
    '/fr/my-signature/data',
    '/fr',
    '/api/tally/x',
    '/api/webhooks/resend',
  ])('%s may not', path => expect(corsHeaders(path)).toEqual({}))

  test('nothing that is ours alone is opened by a strange query', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), query => {
        expect(isFramedElsewhere(`/fr/my-signature?${query}`)).toBe(false)
        expect(corsHeaders(`/api/signatures?${query}`)).toEqual({})
      }),
    )
  })
})

describe('what is given to other sites', () => {
  test('a title is text, in frame, badge and lines to copy', () => {
    const links = { href: 'https://letter.example/fr', label: HOSTILE }
    const frame = embedFrame({
      locale: 'fr',
      direction: 'ltr',
      title: HOSTILE,
      count: { number: '1', noun: HOSTILE },
      sign: links,
      read: links,
    })
    const lines = embedLines({
      site: 'https://letter.example',
      locale: 'fr',
      title: HOSTILE,
      badgeAlt: HOSTILE,
    })
    for (const text of [
      frame,
      badge({ label: HOSTILE, count: HOSTILE, direction: 'ltr', look: look() }),
      ...Object.values(lines),
    ]) {
      expect(text).not.toContain('//x.example></script>')
      expect(text).toContain('&lt;/script&gt;')
    }
  })

  test('a badge in Arabic reads from the right: the text begins at the pulse, which runs the other way', () => {
    const arabic = badge({
      label: 'رسالة مفتوحة',
      count: '١٢ توقيعًا',
      direction: 'rtl',
      look: look(),
    })
    const latin = badge({
      label: 'Lettre ouverte',
      count: '12 signatures',
      direction: 'ltr',
      look: look(),
    })
    expect(arabic).toContain('direction="rtl"')
    expect(arabic).toContain('<text x="109"')
    expect(arabic).toContain('transform="translate(175 0) scale(-1 1)"')
    expect(latin).toContain('direction="ltr"')
    expect(latin).toContain('<text x="66"')
    expect(latin).toContain('transform=""')
  })

  test('a frame whose letter is closed says so, and leads to it without a button to sign', () => {
    const read = { href: 'https://letter.example/fr', label: 'Lire' }
    const frame = (closed?: string) =>
      embedFrame({ locale: 'fr', direction: 'ltr', title: 'x', sign: null, closed, read })
    expect(frame('Signatures closes')).toContain('<p>Signatures closes</p>')
    expect(frame()).not.toContain('<p>')
  })

  test('a frame weighs a few kilobytes at most', () => {
    const links = { href: 'https://letter.example/fr', label: 'Signer' }
    const frame = embedFrame({
      locale: 'fr',
      direction: 'ltr',
      title: 'x',
      sign: null,
      read: links,
    })
    expect(Buffer.byteLength(frame)).toBeLessThan(3_000)
  })

  test('a code has a light edge of four modules, so that phones find it', () => {
    const { size, path } = qrPath('https://letter.example/fr?from=qr')
    const places = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].flatMap(([, x, y]) => [
      Number(x),
      Number(y),
    ])
    expect(places.length).toBeGreaterThan(400)
    expect(Math.min(...places)).toBe(4)
    expect(Math.max(...places)).toBe(size - 5)
  })
})
