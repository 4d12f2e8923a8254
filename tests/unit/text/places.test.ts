import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cutAtPlaces,
  fillPlaces,
  type PageWithPlaces,
  place,
  ROWS_OF_PLACES,
} from '#lib/text/places.ts'
import { inHtml } from '../../support/checks/in-html.ts'

const rows = ROWS_OF_PLACES.map(({ label, value }) => `<dt>${label}</dt><dd>${value}</dd>`)
const PAGE = `<a href="/x?token=${place('token')}"><h1>${place('name')}</h1>${rows.join('')}<p>${place('name')}</p>`
const page = cutAtPlaces(PAGE) as PageWithPlaces

const HOSTILE = [
  place('token'),
  place('label'),
  '\u{E000}',
  '\u{E001}name\u{E000}',
  '</script><script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='",
  '<!--',
  '-->',
  '&lt;',
  '&#x3c;',
  '$&',
  '$1',
  '$`',
  '\uD800',
  '\uDC00',
  '\0',
]

/** Whatever people type, and pieces that are meant to get out of a place. */
const typed = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' })), { maxLength: 6 })
  .map(pieces => pieces.join(''))

describe('a page with places', () => {
  it('is filled in with texts, and with as many rows as there are', () => {
    const texts = { token: 't', name: 'Zoé & <Co>' }
    const row = (label: string, value: string) => `<dt>${label}</dt><dd>${value}</dd>`
    const filled = (...given: [string, string][]) =>
      fillPlaces(
        page,
        texts,
        given.map(([label, value]) => ({ label, value })),
      )
    const around = (inner: string) =>
      `<a href="/x?token=t"><h1>Zoé &amp; &lt;Co&gt;</h1>${inner}<p>Zoé &amp; &lt;Co&gt;</p>`
    expect(filled(['a', 'b'])).toBe(around(row('a', 'b')))
    expect(filled(['a', 'b'], ['c', 'd'], ['e', 'f'])).toBe(
      around(row('a', 'b') + row('c', 'd') + row('e', 'f')),
    )
  })

  it('is none where a place is missing', () => {
    expect(cutAtPlaces('<p>nothing</p>')).toBeNull()
    expect(cutAtPlaces(`${place('label')}${place('value')}`)).toBeNull()
  })

  it('keeps every text in its place: no tag, no quote and no other place comes of it', () => {
    fc.assert(
      fc.property(typed, typed, typed, (name, label, value) => {
        const filled = fillPlaces(page, { token: 't', name }, [{ label, value }])
        expect(filled).toBe(
          ['<a href="/x?token=t"><h1>', '</h1><dt>', '</dt><dd>', '</dd><p>', '</p>'].reduce(
            (text, piece, index) =>
              text + inHtml([name, label, value, name][index - 1] ?? '') + piece,
          ),
        )
        const tags = filled.match(/<[^>]*>/g)
        expect(tags).toEqual(
          fillPlaces(page, { token: 't', name: 'n' }, [{ label: 'l', value: 'v' }]).match(
            /<[^>]*>/g,
          ),
        )
      }),
    )
  })
})
