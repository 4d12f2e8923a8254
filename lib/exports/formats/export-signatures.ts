import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readRows } from '#lib/database/read-rows.ts'
import type { SignatureFilters } from '#lib/signatures/filters/filters.ts'
import { toPublicSignatory } from '#lib/signatures/public-signatory.ts'
import { signaturesToExport } from '../queries.ts'
import type { ColumnSet, ExportedRow, FileStyle } from './columns.ts'
import { COLUMNS, exportedSignature } from './exported-signature.ts'
import { type ExportFormat, FORMATS } from './formats.ts'
import { PUBLIC_HEADERS, publicRow } from './public-columns.ts'
import { readableRows } from './readable-rows.ts'

export interface ExportRequest {
  /** Connection string of the database. */
  database: string
  format: ExportFormat
  filters: SignatureFilters
  /** `all` where it is not said. */
  columns?: ColumnSet
  /** Language in which heads and labels are written; codes where none is said, and always in JSON. */
  language?: string | null
  /** What cells of a CSV file end at; commas where it is not said. */
  separator?: FileStyle['separator']
  /** Where the file goes; it is ended, or destroyed when the export fails. */
  output: Writable
  /** Stops the export, which then rejects. */
  signal?: AbortSignal
  /** Told now and then how many signatures were read so far. */
  onProgress?: (signatures: number) => void
}

/**
 * Writes the signatures that pass the filters, oldest first, as they all were at one moment.
 * Memory stays the same for any number of them, and a slow `output` slows the reading.
 * @returns how many were written
 * @throws Error of the database or of `output`, which then holds half a file: see write-file.ts
 */
export async function exportSignatures(request: ExportRequest): Promise<{ signatures: number }> {
  const { database, filters, format, columns = 'all', separator = ',' } = request
  const query = signaturesToExport(filters, columns)
  const done = new AbortController()
  const signal = AbortSignal.any([done.signal, ...(request.signal ? [request.signal] : [])])
  const { headers, toRow, times } = SHAPES[columns]
  const readable = readableIn(request)
  let signatures = 0

  async function* batches() {
    for await (const rows of readRows<never>(database, query, signal, times)) {
      const made = rows.map(toRow)
      yield readable ? made.map(readable.formatRow) : made
      signatures += rows.length
      request.onProgress?.(signatures)
    }
  }

  try {
    const style = { separator, ...(readable && { heads: headers.map(readable.headOf) }) }
    await pipeline(FORMATS[format](batches(), headers, style), request.output, { signal })
    return { signatures }
  } finally {
    // A format may leave its source open when the output fails: this closes the connection.
    done.abort()
  }
}

/** JSON is for programs, which know codes. */
function readableIn({ format, language }: ExportRequest) {
  if (!language || format === 'json') return null
  return readableRows(language, format === 'xlsx' ? 'times' : 'texts')
}

type Shape = {
  headers: readonly string[]
  toRow: (stored: never) => ExportedRow
  times: 'dates' | 'texts'
}

const SHAPES: Record<ColumnSet, Shape> = {
  all: { headers: COLUMNS, toRow: exportedSignature, times: 'texts' },
  public: {
    headers: PUBLIC_HEADERS,
    toRow: stored => publicRow(toPublicSignatory(stored)),
    times: 'dates',
  },
}
