import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import type { ColumnSet } from './formats/columns.ts'
import type { ExportFilters } from './formats/filters.ts'
import type { ExportFormat } from './formats/formats.ts'

type CommandWish = { format: ExportFormat; columns: ColumnSet; filters: ExportFilters }

type MadeExport = CommandWish & {
  /** How many signatures it holds. */
  rows: number
  /** SHA-256 of the file, hexadecimal. */
  fileHash: string
}

/** Records an export that was made at a terminal, by whoever may log in on the server. */
export function recordCommandExport({ rows, fileHash, ...wish }: MadeExport) {
  return recordAuditEvent({ by: null, kind: 'exported', rows, fileHash, details: detailsOf(wish) })
}

/** Records that an export at a terminal was broken off: rows were read, and no file was left. */
export function recordBrokenCommandExport(wish: CommandWish) {
  return recordAuditEvent({ by: null, kind: 'export-broken-off', details: detailsOf(wish) })
}

function detailsOf({ format, columns, filters }: CommandWish) {
  const named = Object.entries(filters).filter(([, value]) => value !== null)
  return { from: 'command', format, columns, ...Object.fromEntries(named.map(inJson)) }
}

function inJson([name, value]: [string, string[] | Date | null | unknown]) {
  return [name, value instanceof Date ? value.toISOString() : value]
}
