import { z } from 'zod'
import { FILTER_VALUES, ifUnderstood } from './filters/filters.ts'
import { readCursor, writeCursor } from './list-cursor.ts'
import { type PublicSignatory, toPublicSignatory } from './public-signatory.ts'
import { selectShown } from './queries/public-list.ts'

/** Names on one page of the site's list. */
const NAMES_PER_PAGE = 50

/** Most names that one call of `GET /api/signatories` gives. */
export const LARGEST_LIMIT = 100

const LONGEST_SEARCH = 100

/** What may be asked of the list. Whatever cannot be understood is left out, never an error. */
export const signatoryFilters = z.object({
  q: ifUnderstood(z.string().max(LONGEST_SEARCH).transform(onOneLine)),
  category: ifUnderstood(FILTER_VALUES.category),
  country: ifUnderstood(FILTER_VALUES.country),
  kind: ifUnderstood(FILTER_VALUES.kind),
  after: ifUnderstood(z.string()),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .transform(limit => Math.min(limit, LARGEST_LIMIT))
    .catch(NAMES_PER_PAGE),
})

export type SignatoryFilters = z.infer<typeof signatoryFilters>

/** One page of the public list, and the cursor of the next one, if there is one. */
export type SignatoryPage = { signatories: PublicSignatory[]; next: string | null }

/**
 * The confirmed signatories who agreed to be shown, newest first. A page is found by key, so the last
 * one costs what the first does.
 */
export async function listSignatories(filters: SignatoryFilters): Promise<SignatoryPage> {
  const { q: name, category, country, kind } = filters
  const rows = await selectShown(
    { name, category, country, kind },
    readCursor(filters.after),
    filters.limit + 1,
  )
  const page = rows.slice(0, filters.limit)
  const last = page.at(-1)
  return {
    signatories: page.map(toPublicSignatory),
    next:
      last && rows.length > page.length ? writeCursor({ at: last.confirmedAt, id: last.id }) : null,
  }
}

function onOneLine(text: string) {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
