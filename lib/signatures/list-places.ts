import { cutAtEachPlace, fillEachPlace, fillPlace, place } from '#lib/text/places.ts'
import { type AskedOfList, type ListDescription, listPath } from './describe-list.ts'
import type { SignatoryDescription } from './describe-signatory.ts'
import type { SignatoryFilters } from './list-signatories.ts'

/** What stands before each name of the list, and after the last one, or in place of them all, where the page is cut. */
export const ROW_OF_PLACES = place('row')

/** A page of the list with places, and one row for each look that a signatory may have. */
export type ListWithPlaces = { before: string[]; rows: Row[]; after: string[] }

type Row = { before: string[]; between: string; after: string[] }

/** What changes how a signatory looks on the list, beside her words. */
type Look = Pick<SignatoryDescription, 'logo' | 'website' | 'statement' | 'details'>

/** Two details show what stands between them. */
const DETAILS = [place('first'), place('second')]

const LOOKS: Look[] = [[], DETAILS].flatMap(details =>
  [null, place('logo')].flatMap(logo =>
    [null, place('website')].flatMap(website =>
      [null, place('statement')].map(statement => ({ details, logo, website, statement })),
    ),
  ),
)

/** The place of a signatory's look among `LOOKS`. */
function lookOf({ details, logo, website, statement }: Look) {
  const has = [details.length > 0, Boolean(logo), Boolean(website), Boolean(statement)]
  return has.reduce((place, isThere) => 2 * place + Number(isThere), 0)
}

const SIGNATORIES_OF_PLACES = LOOKS.map(look => ({
  ...look,
  id: place('id'),
  headline: place('headline'),
  confirmedAt: place('confirmed'),
  since: place('since'),
}))

/** The address, below the language, of the page with places that a page of the list is filled into. */
export function pathOfPlaces({ filters, signatories, nextHref }: ListDescription) {
  const { q, after, ...others } = filters
  const path = listPath({ ...others, ...(q && { q: '1' }), ...(after && { after: '1' }) })
  return `${path}&rows=${signatories.length > 0}&next=${nextHref !== undefined}`
}

/** What stands in that page for a page of the list. */
export function listOfPlaces(filters: SignatoryFilters, asked: AskedOfList): ListDescription {
  return {
    filters,
    typed: filters.q && place('typed'),
    path: place('path'),
    signatories: asked.rows === 'true' ? SIGNATORIES_OF_PLACES : [],
    nextHref: asked.next === 'true' ? place('next') : undefined,
    newestHref: filters.after && place('newest'),
  }
}

/** Cuts such a page at its places; null for one that is none, or lacks the row of a look. */
export function cutList(page: string): ListWithPlaces | null {
  const [before = '', ...rows] = page.split(ROW_OF_PLACES)
  const after = rows.pop()
  if (after === undefined || ![0, LOOKS.length].includes(rows.length)) return null
  return { before: cutAtAny(before), rows: rows.map(cutRow), after: cutAtAny(after) }
}

function cutAtAny(html: string) {
  return cutAtEachPlace(html) ?? [html]
}

function cutRow(row: string): Row {
  const [before = '', rest = ''] = row.split(place('first'))
  const [between = '', after = ''] = rest.split(place('second'))
  return { before: cutAtAny(before), between, after: cutAtAny(after) }
}

/** The page of the list, as a page with places is filled in. */
export function fillList(page: ListWithPlaces, list: ListDescription) {
  const { typed = '', path, nextHref = '', newestHref = '' } = list
  const texts = { typed, path, next: nextHref, newest: newestHref }
  const rows = list.signatories.map(signatory => fillRow(page.rows[lookOf(signatory)], signatory))
  return [fillEachPlace(page.before, texts), ...rows, fillEachPlace(page.after, texts)].join('')
}

function fillRow(row: Row | undefined, signatory: SignatoryDescription) {
  if (!row) throw new Error('The page with places lacks a row.')
  const { id, headline, website, logo, statement, confirmedAt, since } = signatory
  const texts = {
    id,
    headline,
    website: website ?? '',
    logo: logo ?? '',
    statement: statement ?? '',
    confirmed: confirmedAt,
    since,
  }
  const details = signatory.details.map(fillPlace).join(row.between)
  return fillEachPlace(row.before, texts) + details + fillEachPlace(row.after, texts)
}
