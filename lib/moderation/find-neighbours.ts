import { z } from 'zod'
import { database } from '#lib/database/client.ts'
import { type Filters, filtersOf, type TableQuery } from '#lib/signatures/filters/filters.ts'
import { type ListPlace, writeCursor } from '#lib/signatures/list-cursor.ts'
import { selectPlaces } from './queries/signatures.ts'

/** A signature of a search, and the search whose page of the table begins with it. */
export type Neighbour = { id: string; query: TableQuery }

/** The neighbours of a signature in a search, newest first; null where it is the first or the last. */
export type Neighbours = { previous: Neighbour | null; next: Neighbour | null }

/**
 * Finds the neighbours of a signature in a search. What was just decided on may have left the search: its place is
 * where it stood.
 */
export async function findNeighbours(query: TableQuery, place: ListPlace): Promise<Neighbours> {
  const filters = filtersOf(query)
  const [[newer, beyond], [older]] = await Promise.all([
    selectPlaces(filters, { place, isBackwards: true, most: 2 }),
    selectPlaces(filters, { place, isBackwards: false, most: 1 }),
  ])
  return {
    previous: newer ? neighbourAfter(beyond, newer, filters) : null,
    next: older ? neighbourAfter(place, older, filters) : null,
  }
}

/** The place of a signature in the table; null where there is none. */
export async function findPlace(id: unknown): Promise<ListPlace | null> {
  const checked = z.uuid().safeParse(id)
  if (!checked.success) return null
  const found = await database.signature.findUnique({
    where: { id: checked.data },
    select: { id: true, submittedAt: true },
  })
  return found && { id: found.id, at: found.submittedAt }
}

function neighbourAfter(before: ListPlace | undefined, { id }: ListPlace, filters: Filters) {
  return { id, query: { ...filters, ...(before && { after: writeCursor(before) }) } }
}
