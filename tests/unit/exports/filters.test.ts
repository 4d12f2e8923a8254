import { expect, test } from 'vitest'
import { readFilterOptions } from '#lib/signatures/filters/read-filter-options.ts'

test('nothing named: the confirmed ones of every country, kind and day', () => {
  expect(readFilterOptions({})).toEqual({ status: ['confirmed'] })
})

test('lists, in any case of letters, and all', () => {
  expect(readFilterOptions({ status: 'all' }).status).toBeUndefined()
  expect(readFilterOptions({ status: 'pending, withdrawn' }).status).toEqual([
    'pending',
    'withdrawn',
  ])
  expect(readFilterOptions({ country: 'fr,BE' }).country).toEqual(['FR', 'BE'])
  expect(readFilterOptions({ kind: 'organisation' }).kind).toEqual(['organisation'])
  expect(readFilterOptions({ purpose: 'news' }).purpose).toBe('news')
})

test.each([
  ['2026-05-26', '2026-05-26T00:00:00.000Z'],
  ['2026-05-26T08:00:00Z', '2026-05-26T08:00:00.000Z'],
  ['2026-05-26T10:00:00+02:00', '2026-05-26T08:00:00.000Z'],
])('since %s is since %s', (typed, meant) => {
  expect(readFilterOptions({ since: typed }).since?.toISOString()).toBe(meant)
})

test.each([
  [
    { status: 'deleted' },
    /^--status must be all, or one or more of pending, held, confirmed, withdrawn, removed\.$/,
  ],
  [{ status: 'confirmed,' }, /^--status must be/],
  [{ status: '' }, /^--status must be/],
  [{ country: 'France' }, /^--country must be ISO 3166-1 codes/],
  [{ country: 'XX' }, /^--country must be ISO 3166-1 codes/],
  [{ kind: 'people' }, /^--kind must be individual or organisation\.$/],
  [{ purpose: 'gifts' }, /^--purpose must be news or public-name\.$/],
  [{ since: 'yesterday' }, /^--since must be a day such as/],
  [{ since: '2026-02-30' }, /^--since must be a day such as/],
])('%j is refused in one sentence that names it', (typed, sentence) => {
  expect(() => readFilterOptions(typed)).toThrow(sentence)
})
