import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCursor, writeCursor } from '#lib/signatures/list-cursor.ts'
import { signatoryFilters } from '#lib/signatures/list-signatories.ts'
import { fold, searchKey } from '#lib/text/search-key.ts'

const ID = '019aa7c1-4f7e-7c55-9d6e-2a0f7f0c1d11'

describe('search looks past case and accents', () => {
  test.each([
    ['Jean-Éric LEFÈVRE', 'jean-eric lefevre'],
    ['Nguyễn', 'nguyen'],
    ['  Camille \u00a0 Roux ', 'camille roux'],
    ['ＡＢＣ', 'abc'],
    ['李', '李'],
    ['مُحَمَّد', 'محمد'],
  ])('%s is found as %s', (typed, folded) => {
    expect(fold(typed)).toBe(folded)
  })

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })

  test('a signature is found by its name and by its organisation', () => {
    const key = searchKey({ name: 'Zoé Benoît', organisation: 'Hôpital Saint-Louis' })
    expect(key).toContain(fold('ZOÉ'))
    expect(key).toContain(fold('hopital saint'))
  })
})

describe('what an address of the list asks for', () => {
  test('nonsense asks for nothing, and breaks nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...FILTERS), fc.anything()), query => {
        const filters = signatoryFilters.parse(query)
        expect(filters.limit).toBeGreaterThanOrEqual(1)
        expect(filters.limit).toBeLessThanOrEqual(100)
      }),
    )
  })

  test.each([
    ['5', 5],
    ['100', 100],
    ['101', 100],
    ['99999999999', 100],
    ['0', 50],
    ['-1', 50],
    ['1.5', 50],
    ['NaN', 50],
    ['Infinity', 50],
    ['', 50],
    ['ten', 50],
    [undefined, 50],
  ])('limit=%s gives %i names at most', (limit, names) => {
    expect(signatoryFilters.parse({ limit }).limit).toBe(names)
  })

  test.each([
    ['q', 'x'.repeat(101)],
    ['q', ['a', 'b']],
    ['q', 'a\0b'],
    ['category', 'health\0care'],
    ['category', 'x'.repeat(65)],
    ['country', 'fr'],
    ['country', 'FRA'],
    ['kind', 'robot'],
  ])('%s=%j is left out, or harmless', (name, value) => {
    const filters = signatoryFilters.parse({ [name]: value })
    expect(JSON.stringify(filters)).not.toContain('\\u0000')
    if (name !== 'q' || value !== 'a\0b') expect(filters).toEqual({ limit: 50 })
  })
})

describe('the place in the list', () => {
  test('is read back as it was written', () => {
    const places = fc.record({
      at: fc.date({
        min: new Date('2020-01-01'),
        max: new Date('2100-01-01'),
        noInvalidDate: true,
      }),
      id: fc.uuid({ version: [4, 7] }),
    })
    fc.assert(
      fc.property(places, place => {
        const cursor = writeCursor(place)
        expect(cursor).toMatch(/^[\w-]+$/)
        expect(readCursor(cursor)).toEqual(place)
      }),
    )
  })

  test.each([
    undefined,
    '',
    'x',
    '💥',
    'null',
    Buffer.from('[]').toString('base64url'),
    Buffer.from('["2026-01-01T00:00:00Z"]').toString('base64url'),
    Buffer.from('["2026-01-01T00:00:00Z","1"]').toString('base64url'),
    Buffer.from(`["0000-01-01T00:00:00Z","${ID}"]`).toString('base64url'),
    Buffer.from(`["2026-01-01T00:00:00Z","${ID}","x"]`).toString('base64url'),
    'A'.repeat(100_000),
  ])('%j is no place', cursor => {
    expect(readCursor(cursor)).toBeNull()
  })

  test('any string is a place of ours, or none', () => {
    const json = fc.json().map(text => Buffer.from(text).toString('base64url'))
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), json), cursor => {
        const place = readCursor(cursor)
        if (place) expect(Number.isNaN(place.at.getTime())).toBe(false)
      }),
    )
  })
})

const FILTERS = ['q', 'category', 'country', 'kind', 'after', 'limit']
