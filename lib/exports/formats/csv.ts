import { stringify } from 'csv-stringify/sync'
import type { Cell, ExportedRow } from './columns.ts'
import { neutraliseForCsv } from './neutralise.ts'

// RFC 4180 has lines end in CRLF; a text with half of one is quoted too, or spreadsheets begin a new row
// there, and one with what other programs take for the end of a cell. Without the byte order mark Excel takes
// UTF-8 for its own code page.
const DIALECT = {
  record_delimiter: '\r\n',
  quoted_match: /[;\t\r\n\v\f\u0085\u2028\u2029]/,
} as const

/** UTF-8 with byte order mark, RFC 4180; no cell starts a formula (neutralise.ts). */
export async function* csv(
  batches: AsyncIterable<ExportedRow[]>,
  columns: readonly string[],
): AsyncGenerator<string> {
  yield stringify([[...columns]], { ...DIALECT, bom: true })
  const cells = (row: ExportedRow) => columns.map(column => cell(row[column] ?? null))
  for await (const batch of batches) yield stringify(batch.map(cells), DIALECT)
}

function cell(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value instanceof Date) return value.toISOString()
  return neutraliseForCsv(value)
}
