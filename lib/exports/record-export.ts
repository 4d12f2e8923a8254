import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import type { SignatureFilters } from '#lib/signatures/filters/filters.ts'
import type { ColumnSet } from './formats/columns.ts'
import type { ExportFormat } from './formats/formats.ts'

type CommandWish = { format: ExportFormat; columns: ColumnSet; filters: SignatureFilters }

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
  const named = Object.entries(filters).filter(([, value]) => value !== undefined)
  return { from: 'command', format, columns, ...Object.fromEntries(named.map(inJson)) }
}

function inJson([name, value]: [string, unknown]) {
  return [name, value instanceof Date ? value.toISOString() : value]
}
