import { stringify } from 'csv-stringify/sync'
import { COLUMNS, type ExportedSignature } from './exported-signature.ts'
import { neutraliseForCsv } from './neutralise.ts'

// RFC 4180 has lines end in CRLF; without the byte order mark Excel takes UTF-8 for its own code page.
const DIALECT = { record_delimiter: '\r\n' } as const

/** UTF-8 with byte order mark, RFC 4180; no cell starts a formula (neutralise.ts). */
export async function* csv(batches: AsyncIterable<ExportedSignature[]>): AsyncGenerator<string> {
  yield stringify([[...COLUMNS]], { ...DIALECT, bom: true })
  for await (const batch of batches) yield stringify(batch.map(cells), DIALECT)
}

function cells(signature: ExportedSignature): string[] {
  return COLUMNS.map(column => cell(signature[column]))
}

function cell(value: ExportedSignature[keyof ExportedSignature]): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value instanceof Date) return value.toISOString()
  return neutraliseForCsv(value)
}
