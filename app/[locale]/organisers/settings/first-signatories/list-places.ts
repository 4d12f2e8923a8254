import { LIST_FIELDS, type ListMistake } from '#lib/editing/parts/add-first-signatories.ts'

/** So many mistakes of a list are named; the others show once these are mended. */
const MOST = 10

/** Mistakes of a list as they stand in an address: `3.category,7.joined`. */
export function writePlaces(mistakes: ListMistake[]) {
  return mistakes
    .slice(0, MOST)
    .map(({ line, field }) => `${line}.${field}`)
    .join(',')
}

/** Reads them again: whatever else a stranger wrote there is none. */
export function readPlaces(at: unknown): ListMistake[] {
  if (typeof at !== 'string') return []
  return at
    .split(',')
    .slice(0, MOST)
    .flatMap(place => {
      const [, line, name] = /^([1-9]\d{0,4})\.([a-z]+)$/.exec(place) ?? []
      const field = LIST_FIELDS.find(known => known === name)
      return line && field ? { line: Number(line), field } : []
    })
}
