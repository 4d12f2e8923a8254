import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findRoute } from '#lib/security/known-paths.ts'

const ROUTES = [
  '/',
  '/[locale]',
  '/[locale]/[page]',
  '/[locale]/signatories',
  '/[locale]/versions/[hash]',
  '/[locale]/press/letter.pdf',
  '/api/logos/[id]',
].map(path => ({ path, methods: ['GET'] }))

const found = (path: string) => findRoute(path, ROUTES)

describe('an address is found', () => {
  test.each([
    ['/', '/', '/'],
    ['/fr', '/[locale]', '/fr'],
    ['/EN/', '/[locale]', '/en'],
    ['/fr/SIGNATORIES', '/[locale]/signatories', '/fr/signatories'],
    ['/fr/Privacy', '/[locale]/[page]', '/fr/privacy'],
    ['/f%72/press/Letter.PDF', '/[locale]/press/letter.pdf', '/fr/press/letter.pdf'],
    ['/FR/Versions/aB-c_9', '/[locale]/versions/[hash]', '/fr/versions/aB-c_9'],
    ['/fr/versions/%C3%A9', '/[locale]/versions/[hash]', '/fr/versions/%C3%A9'],
  ])('%s', (path, route, spelling) => {
    expect(found(path)).toMatchObject({ route: { path: route }, spelling })
  })
})

test.each([
  '/xx',
  '/fr/nowhere',
  '/fr//signatories',
  '//fr',
  '/fr/signatories/x',
  '/%5Blocale%5D',
  '/fr/versions/%5Bhash%5D',
  '/fr/versions/..',
  '/fr/versions/.',
  '/fr/versions/.env',
  '/fr/versions/a%2fb',
  '/fr/versions/a%5cb',
  '/fr/versions/a%00',
  '/fr/versions/%252e',
  '/fr/versions/%ff',
  '/fr/versions/a b',
  '/fr\\signatories',
  '/constructor',
  '/__proto__',
])('%s is not', path => {
  expect(found(path)).toBeNull()
})

test('whatever is asked: the right spelling is one of ours, and is found again as it is', () => {
  const segment = fc.oneof(
    fc.constantFrom('fr', 'EN', 'Signatories', 'versions', '%2e'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 4 }), segments => {
      const match = found(`/${segments.join('/')}`)
      if (!match) return
      expect(match.spelling).toMatch(/^\/(?![/\\])/)
      expect(found(match.spelling)).toEqual(match)
    }),
  )
})
