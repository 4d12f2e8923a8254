import type { RowQuery } from '#lib/database/read-rows.ts'
import { PUBLIC_COLUMNS } from '../public-signatory.ts'
import type { ColumnSet } from './columns.ts'
import { STORED_COLUMNS } from './exported-signature.ts'
import type { ExportFilters } from './filters.ts'

/** The query of an export: an absent filter is NULL and lets everything pass. */
export function selectSignatures(filters: ExportFilters, columns: ColumnSet = 'all'): RowQuery {
  return selectWhere(columns, {
    text: `($1::text[] IS NULL OR status::text = ANY ($1::text[]))
  AND ($2::text[] IS NULL OR country = ANY ($2::text[]))
  AND ($3::text[] IS NULL OR kind::text = ANY ($3::text[]))
  AND ($4::timestamptz IS NULL OR COALESCE("confirmedAt", "submittedAt") >= $4::timestamptz)`,
export function selectSignatures(filters: ExportFilters): RowQuery {
  return {
    text: `SELECT ${STORED_COLUMNS.map(column => `s."${column}"`).join(', ')},
  paper.place, paper."gatheredOn"
FROM signature s LEFT JOIN paper_batch paper ON paper.id = s."paperBatchId"
WHERE ($1::text[] IS NULL OR s.status::text = ANY ($1::text[]))
  AND ($2::text[] IS NULL OR country = ANY ($2::text[]))
  AND ($3::text[] IS NULL OR kind::text = ANY ($3::text[]))
  AND ($4::timestamptz IS NULL OR COALESCE("confirmedAt", "submittedAt") >= $4::timestamptz)
ORDER BY "submittedAt", s.id`,
    values: [filters.status, filters.country, filters.kind, filters.since],
  })
}

/** The same for any condition on `signature`. Public columns are given of those whom the site shows. */
export function selectWhere(columns: ColumnSet, { text, values }: RowQuery): RowQuery {
  const shown = columns === 'public' ? ` AND ${IS_SHOWN}` : ''
  return {
    text: `SELECT ${READ[columns].map(column => `"${column}"`).join(', ')}
FROM signature
WHERE ${text}${shown}
ORDER BY "submittedAt", id`,
    values,
  }
}

const IS_SHOWN = `status = 'confirmed' AND "isPublic" AND NOT "isHidden"`

const READ: Record<ColumnSet, readonly string[]> = {
  all: STORED_COLUMNS,
  public: Object.keys(PUBLIC_COLUMNS),
}
