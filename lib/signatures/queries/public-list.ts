import { database } from '#lib/database/client.ts'
import { columnName } from '#lib/database/column-names.ts'
import { Prisma } from '#lib/database/types.ts'
import type { SignatureFilters } from '../filters/filters.ts'
import type { ListPlace } from '../list-cursor.ts'
import { PUBLIC_COLUMNS, type toPublicSignatory } from '../public-signatory.ts'
import { filtersToSql } from './filters-to-sql.ts'

type PublicRow = Parameters<typeof toPublicSignatory>[0] & { confirmedAt: Date }

/** Those whom the site shows, newest first, from after a place on, as the index of shown names has them. */
export function selectShown(
  filters: Pick<SignatureFilters, 'name' | 'category' | 'country' | 'kind'>,
  after: ListPlace | null,
  most: number,
) {
  return database.$queryRaw<PublicRow[]>`
    SELECT ${COLUMNS}
    FROM signature
    WHERE ${filtersToSql({ ...filters, isShown: true })}
      ${after ? Prisma.sql`AND (confirmed_at, id) < (${after.at}, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY confirmed_at DESC, id DESC
    LIMIT ${most}`
}

const COLUMNS = Prisma.raw(Object.keys(PUBLIC_COLUMNS).map(columnName).join(', '))
