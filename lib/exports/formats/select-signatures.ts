import { columnName } from '#lib/database/column-names.ts'
import type { RowQuery } from '#lib/database/read-rows.ts'
import { PUBLIC_COLUMNS } from '#lib/signatures/public-signatory.ts'
import type { ColumnSet } from './columns.ts'
import { STORED_COLUMNS } from './exported-signature.ts'
import type { ExportFilters } from './filters.ts'

/** The query of an export: an absent filter is NULL and lets everything pass. */
export function selectSignatures(filters: ExportFilters, columns: ColumnSet = 'all'): RowQuery {
  return selectWhere(columns, {
    text: `($1::text[] IS NULL OR status::text = ANY ($1::text[]))
  AND ($2::text[] IS NULL OR country = ANY ($2::text[]))
  AND ($3::text[] IS NULL OR kind::text = ANY ($3::text[]))
  AND ($4::timestamptz IS NULL OR COALESCE(confirmed_at, submitted_at) >= $4::timestamptz)`,
    values: [filters.status, filters.country, filters.kind, filters.since],
  })
}

/** The same for any condition on `signature`. Public columns are given of those whom the site shows. */
export function selectWhere(columns: ColumnSet, { text, values }: RowQuery): RowQuery {
  const shown = columns === 'public' ? ` AND ${IS_SHOWN}` : ''
  return {
    text: `SELECT ${READ[columns].map(columnName).join(', ')},
  (SELECT place FROM paper_batch WHERE id = signature.paper_batch_id) AS place,
  (SELECT gathered_on FROM paper_batch WHERE id = signature.paper_batch_id) AS gathered_on
FROM signature
WHERE ${text}${shown}
ORDER BY submitted_at, id`,
    values,
  }
}

const IS_SHOWN = `status = 'confirmed' AND is_public AND NOT is_hidden`

const READ: Record<ColumnSet, readonly string[]> = {
  all: STORED_COLUMNS,
  public: Object.keys(PUBLIC_COLUMNS),
}
