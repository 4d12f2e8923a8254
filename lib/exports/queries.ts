import type { RowQuery } from '#lib/database/read-rows.ts'
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
    text: `SELECT ${READ[columns].map(column => `"${column}"`).join(', ')},
  (SELECT place FROM paper_batch WHERE id = signature."paperBatchId") AS place,
  (SELECT "gatheredOn" FROM paper_batch WHERE id = signature."paperBatchId") AS "gatheredOn"
FROM signature
WHERE ${text}
ORDER BY "submittedAt", id`,
    values,
  }
}

const READ: Record<ColumnSet, readonly string[]> = {
  all: STORED_COLUMNS,
  public: Object.keys(PUBLIC_COLUMNS),
}
