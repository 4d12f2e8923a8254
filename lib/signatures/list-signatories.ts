import { z } from 'zod'
import { database } from '#lib/database/client.ts'
import { columnName } from '#lib/database/column-names.ts'
import { Prisma } from '#lib/database/types.ts'
import { readCursor, writeCursor } from './list-cursor.ts'
import { isNamedLike } from './name-search.ts'
import { PUBLIC_COLUMNS, type PublicSignatory, toPublicSignatory } from './public-signatory.ts'

/** Names on one page of the site's list. */
const NAMES_PER_PAGE = 50

/** Most names that one call of `GET /api/signatories` gives. */
export const LARGEST_LIMIT = 100

const LONGEST_SEARCH = 100

/** What may be asked of the list. Whatever cannot be understood is left out, never an error. */
export const signatoryFilters = z.object({
  q: z.string().max(LONGEST_SEARCH).transform(onOneLine).optional().catch(undefined),
  category: z
    .string()
    .regex(/^[a-z-]{1,64}$/)
    .optional()
    .catch(undefined),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  kind: z.enum(['individual', 'organisation']).optional().catch(undefined),
  after: z.string().optional().catch(undefined),
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
  const rows = await database.$queryRaw<PublicRow[]>`
    SELECT ${COLUMNS}
    FROM signature
    WHERE ${Prisma.join(conditions(filters), ' AND ')}
    ORDER BY confirmed_at DESC, id DESC
    LIMIT ${filters.limit + 1}`
  const page = rows.slice(0, filters.limit)
  const last = page.at(-1)
  return {
    signatories: page.map(toPublicSignatory),
    next:
      last && rows.length > page.length ? writeCursor({ at: last.confirmedAt, id: last.id }) : null,
  }
}

const COLUMNS = Prisma.raw(Object.keys(PUBLIC_COLUMNS).map(columnName).join(', '))

type PublicRow = Parameters<typeof toPublicSignatory>[0] & { confirmedAt: Date }

function conditions({ q, category, country, kind, after }: SignatoryFilters) {
  const place = readCursor(after)
  return [
    Prisma.sql`status = 'confirmed' AND is_public AND NOT is_hidden`,
    ...(q ? [isNamedLike(q)] : []),
    ...(category ? [Prisma.sql`category = ${category}`] : []),
    ...(country ? [Prisma.sql`country = ${country}`] : []),
    ...(kind ? [Prisma.sql`kind = ${kind}::signature_kind`] : []),
    ...(place ? [Prisma.sql`(confirmed_at, id) < (${place.at}, ${place.id}::uuid)`] : []),
  ]
}

function onOneLine(text: string) {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
