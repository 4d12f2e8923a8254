import type { ColumnSet } from '#lib/signatures/export/columns.ts'
import type { ExportFilters } from '#lib/signatures/export/filters.ts'
import type { ExportFormat } from '#lib/signatures/export/formats.ts'
import { recordDeed } from './record-deed.ts'

type MadeExport = {
  format: ExportFormat
  columns: ColumnSet
  filters: ExportFilters
  /** How many signatures it holds. */
  rows: number
  /** SHA-256 of the file, hexadecimal. */
  fileHash: string
}

/** Records an export that was made at a terminal, by whoever may log in on the server. */
export function recordCommandExport({ format, columns, filters, rows, fileHash }: MadeExport) {
  const named = Object.entries(filters).filter(([, value]) => value !== null)
  return recordDeed({
    organiserId: null,
    networkHash: null,
    kind: 'exported',
    rows,
    fileHash,
    details: { from: 'command', format, columns, ...Object.fromEntries(named.map(inJson)) },
  })
}

function inJson([name, value]: [string, string[] | Date | null | unknown]) {
  return [name, value instanceof Date ? value.toISOString() : value]
}
