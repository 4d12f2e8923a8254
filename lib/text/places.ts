import { html } from './html.ts'

/** Signs of Unicode's private use: no word of the site holds them, and what people type is never looked through. */
const [OPENS, CLOSES] = ['\u{E000}', '\u{E001}']

const PLACE = new RegExp(`${OPENS}([a-z-]+)${CLOSES}`)

/** A place in a page that is made once, which is filled in for each reader. */
export function place(name: string) {
  return `${OPENS}${name}${CLOSES}`
}

/** A page with places, and one part of it that stands there as often as there are rows. */
export type PageWithPlaces = { before: string[]; label: string; value: string; after: string[] }

/** Two rows, by which `cutAtPlaces` sees what stands between the places of one, and between rows. */
export const ROWS_OF_PLACES = [1, 2].map(() => ({ label: place('label'), value: place('value') }))

/** Cuts a page with `ROWS_OF_PLACES` at its places; null for one without. */
export function cutAtPlaces(page: string): PageWithPlaces | null {
  const [before, first, second] = page.split(place('label'))
  const [label, value] = first?.split(place('value')) ?? []
  const [, after] = second?.split(place('value')) ?? []
  if (before === undefined || label === undefined || value === undefined || after === undefined)
    return null
  return { before: before.split(PLACE), label, value, after: after.split(PLACE) }
}

/**
 * The page with its places filled in, escaped. What is filled in is joined to what stands between the places, and
 * never looked through again: no text can become a place.
 */
export function fillPlaces(
  page: PageWithPlaces,
  texts: Record<string, string>,
  rows: { label: string; value: string }[],
) {
  const fill = (pieces: string[]) => fillEachPlace(pieces, texts)
  const filled = rows.map(row => `${fillPlace(row.label)}${page.label}${fillPlace(row.value)}`)
  return [fill(page.before), filled.join(page.value), fill(page.after)].join('')
}

/** Cuts a page at its places, where no part of it is repeated; null for one without. */
export function cutAtEachPlace(page: string): string[] | null {
  const pieces = page.split(PLACE)
  return pieces.length > 1 ? pieces : null
}

/** Such a page with its places filled in, escaped. */
export function fillEachPlace(pieces: string[], texts: Record<string, string>) {
  // Split at a pattern with a group: what stands between places, and their names, by turns.
  return pieces
    .map((piece, index) => (index % 2 === 0 ? piece : fillPlace(texts[piece] ?? '')))
    .join('')
}

/** What stands in a place: a text, escaped. */
export function fillPlace(text: string) {
  return html`${text}`.text
}
