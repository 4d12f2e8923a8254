import type { ExportedRow, FileStyle } from './columns.ts'
import { csv } from './csv.ts'
import { json } from './json.ts'
import { xlsx } from './xlsx.ts'

export const EXPORT_FORMATS = ['csv', 'json', 'xlsx'] as const

export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Turns signatures, as they come, into the pieces of a file with these columns. */
type Format = (
  batches: AsyncIterable<ExportedRow[]>,
  columns: readonly string[],
  style?: FileStyle,
) => AsyncIterable<string | Uint8Array>

export const FORMATS: Record<ExportFormat, Format> = {
  csv,
  json,
  xlsx: (batches, columns, style) => xlsx(batches, columns, style?.heads),
}

/** Media types, as registered with IANA. */
export const EXPORT_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
