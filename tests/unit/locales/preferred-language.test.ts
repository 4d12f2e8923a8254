import fc from 'fast-check'
import { expect, test } from 'vitest'
import { preferredLanguage } from '#lib/content/preferred-language.ts'

const OFFERED = ['fr', 'en']

test.each([
  [null, 'fr'],
  ['', 'fr'],
  ['*', 'fr'],
  ['de', 'fr'],
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['de, en;q=0.7, fr;q=0.3', 'en'],
  ['en;q=0.3, fr;q=0.7', 'fr'],
  ['fr;q=0, en;q=0.1', 'en'],
  ['en;q=0', 'fr'],
  ['en; q = 0.5 , fr ; q=0.4', 'en'],
  ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
  ['en;q=1000', 'en'],
  ['../../etc/passwd', 'fr'],
  ['en\0', 'fr'],
  [`${'x,'.repeat(100_000)}en`, 'fr'],
  [';;;q=;q=q,,', 'fr'],
])('%j is answered in %s', (header, language) => {
  expect(preferredLanguage(header, OFFERED)).toBe(language)
})

test('a regional language is given to who asks for exactly that', () => {
  expect(preferredLanguage('pt-BR', ['fr', 'pt', 'pt-BR'])).toBe('pt-BR')
  expect(preferredLanguage('pt-PT', ['fr', 'pt-BR'])).toBe('pt-BR')
})

test('whatever a browser sends, the language is one of ours', () => {
  const pieces = fc.constantFrom('fr', 'en', '-', ',', ';', 'q=', '0.5', '*', ' ', 'é', '\0', '1e9')
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: pieces }), fc.string()), header => {
      expect(OFFERED).toContain(preferredLanguage(header, OFFERED))
    }),
  )
})
