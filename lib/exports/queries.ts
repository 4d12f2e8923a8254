import { database } from '#lib/database/client.ts'
import { columnName } from '#lib/database/column-names.ts'
import type { RowQuery } from '#lib/database/read-rows.ts'
import type { Signature, SignatureStatus } from '#lib/database/types.ts'
import type { SignatureFilters } from '#lib/signatures/filters/filters.ts'
import { PUBLIC_COLUMNS } from '#lib/signatures/public-signatory.ts'
import { filtersToSql } from '#lib/signatures/queries/filters-to-sql.ts'
import type { ColumnSet } from './formats/columns.ts'
import { STORED_COLUMNS } from './formats/exported-signature.ts'

/**
 * What an export reads, oldest first: the signatures that the filters let pass, with where those on paper
 * were gathered. Public columns are given of those whom the site shows.
 */
export function signaturesToExport(
  filters: SignatureFilters,
  columns: ColumnSet = 'all',
): RowQuery {
  const isShown = columns === 'public' || filters.isShown
  const { text, values } = filtersToSql({ ...filters, isShown })
  return {
    text: `SELECT ${READ[columns].map(columnName).join(', ')},
  (SELECT place FROM paper_batch WHERE id = signature.paper_batch_id) AS place,
  (SELECT gathered_on FROM paper_batch WHERE id = signature.paper_batch_id) AS gathered_on
FROM signature
WHERE ${text} AND NOT is_trial
ORDER BY submitted_at, id`,
    values,
  }
}

/** How many the filters let pass, of each status. */
export function countByStatus(filters: SignatureFilters) {
  return database.$queryRaw<{ status: SignatureStatus; signatures: number }[]>`
    SELECT status::text AS status, count(*)::int AS signatures
    FROM signature WHERE ${filtersToSql(filters)} AND NOT is_trial GROUP BY 1`
}

/** The first rows of such a file, as far as they say whom it is about. */
export function selectFirstRows(filters: SignatureFilters, most: number) {
  return database.$queryRaw<FirstRow[]>`
    SELECT id, status::text AS status, name, email, country
    FROM signature WHERE ${filtersToSql(filters)} AND NOT is_trial
    ORDER BY submitted_at, id LIMIT ${most}`
}

type FirstRow = Pick<Signature, 'id' | 'status' | 'name' | 'email' | 'country'>

/** How many of them the site shows. */
export async function countShown(filters: SignatureFilters) {
  const [counted] = await database.$queryRaw<{ signatures: number }[]>`
    SELECT count(*)::int AS signatures
    FROM signature WHERE ${filtersToSql({ ...filters, isShown: true })} AND NOT is_trial`
  return counted?.signatures ?? 0
}

const READ: Record<ColumnSet, readonly string[]> = {
  all: STORED_COLUMNS,
  public: Object.keys(PUBLIC_COLUMNS),
}
