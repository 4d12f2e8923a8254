import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ListDescription, readListQuery } from '#lib/signatures/describe-list.ts'
import type { SignatoryDescription } from '#lib/signatures/describe-signatory.ts'
import {
  cutList,
  fillList,
  type ListWithPlaces,
  listOfPlaces,
  pathOfPlaces,
  ROW_OF_PLACES,
} from '#lib/signatures/list-places.ts'
import { place } from '#lib/text/places.ts'
import { inHtml } from '../../support/checks/in-html.ts'

/** A page as the site might make it: what it does not have leaves no tag. */
function show(list: ListDescription, cut: string, hasLanguages: boolean) {
  const { typed, path, signatories, nextHref, newestHref } = list
  const rows = signatories.map(signatory => `${cut}<li>${showOne(signatory)}</li>`)
  return [
    hasLanguages ? `<a href="/en${path}">English</a>` : '',
    typed === undefined ? '<input>' : `<input value="${typed}">`,
    rows.length > 0 ? `<ol>${rows.join('')}${cut}</ol>` : cut,
    nextHref ? `<a href="${nextHref}" rel="next">` : '',
    newestHref ? `<a href="${newestHref}">` : '',
  ].join('')
}

function showOne(signatory: SignatoryDescription) {
  const { id, headline, website, logo, details, statement, confirmedAt, since } = signatory
  return [
    logo ? `<img src="${logo}">` : '',
    website ? `<a href="${website}">${headline}</a>` : headline,
    `<p>${details.map(detail => `<bdi>${detail}</bdi>`).join(', ')}</p>`,
    statement ? `<q>${statement}</q>` : '',
    `<time datetime="${confirmedAt}">${since}</time><a href="?id=${id}" aria-label="${headline}">`,
  ].join('')
}

/** The page with places for a page of the list, as the server asks for it. */
function placesFor(list: ListDescription, hasLanguages: boolean) {
  const { searchParams } = new URL(pathOfPlaces(list), 'https://letter.example')
  const asked = Object.fromEntries(searchParams)
  const places = listOfPlaces(readListQuery(asked), asked)
  return cutList(show(places, ROW_OF_PLACES, hasLanguages)) as ListWithPlaces
}

const HOSTILE = [ROW_OF_PLACES, place('first'), place('path'), '</li>', '"><script>', '&lt;', '$&']

const text = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme' })), { maxLength: 4 })
  .map(pieces => pieces.join(''))
const perhaps = fc.option(
  text.filter(text => text !== ''),
  { nil: null },
)

const signatory: fc.Arbitrary<SignatoryDescription> = fc.record({
  id: fc.uuid(),
  headline: text,
  website: perhaps,
  logo: perhaps,
  details: fc.array(text, { maxLength: 4 }),
  statement: perhaps,
  confirmedAt: fc.constant('2026-05-26T08:00:00.000Z'),
  since: fc.constant('26 May 2026'),
})

const list: fc.Arbitrary<ListDescription> = fc
  .record({
    q: fc.constantFrom('', 'camille'),
    after: fc.constantFrom('', 'cursor'),
    kind: fc.constantFrom('', 'individual'),
    signatories: fc.array(signatory, { maxLength: 3 }),
    hasNext: fc.boolean(),
    typed: text,
  })
  .map(({ signatories, hasNext, typed, ...asked }) => ({
    filters: readListQuery({ ...asked, country: 'FR' }),
    typed: asked.q ? typed : undefined,
    path: '/signatories?country=FR',
    signatories,
    nextHref: hasNext ? '/en/signatories?after=next&country=FR' : undefined,
    newestHref: asked.after ? '/en/signatories' : undefined,
  }))

test('a page of the list, filled in, is what it would be if it were made, whatever people typed', () => {
  fc.assert(
    fc.property(list, fc.boolean(), (given, hasLanguages) => {
      const filled = fillList(placesFor(given, hasLanguages), given)
      expect(filled).toBe(show(escaped(given), '', hasLanguages))
    }),
  )
})

test('a page without places is none', () => {
  expect(cutList('<p>Too many searches.</p>')).toBeNull()
  expect(cutList([place('first'), place('second'), place('path')].join(ROW_OF_PLACES))).toBeNull()
})

/** The same with all of its texts escaped. */
function escaped<Value>(value: Value): Value {
  return JSON.parse(
    JSON.stringify(value, (_name, inner: unknown) =>
      typeof inner === 'string' ? inHtml(inner) : inner,
    ),
  )
}
