import type { RowQuery } from '#lib/database/read-rows.ts'
import { STORED_COLUMNS } from './exported-signature.ts'
import type { ExportFilters } from './filters.ts'

/** The query of an export: an absent filter is NULL and lets everything pass. */
export function selectSignatures(filters: ExportFilters): RowQuery {
  return {
    text: `SELECT ${STORED_COLUMNS.map(column => `"${column}"`).join(', ')}
FROM signature
WHERE ($1::text[] IS NULL OR status::text = ANY ($1::text[]))
  AND ($2::text[] IS NULL OR country = ANY ($2::text[]))
  AND ($3::text[] IS NULL OR kind::text = ANY ($3::text[]))
  AND ($4::timestamptz IS NULL OR COALESCE("confirmedAt", "submittedAt") >= $4::timestamptz)
ORDER BY "submittedAt", id`,
    values: [filters.status, filters.country, filters.kind, filters.since],
  }
}
