import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type RowQuery, readRows } from '#lib/database/read-rows.ts'
import { toPublicSignatory } from '#lib/signatures/public-signatory.ts'
import type { ColumnSet, ExportedRow } from './columns.ts'
import { COLUMNS, exportedSignature } from './exported-signature.ts'
import type { ExportFilters } from './filters.ts'
import { type ExportFormat, FORMATS } from './formats.ts'
import { PUBLIC_HEADERS, publicRow } from './public-columns.ts'
import { selectSignatures } from './select-signatures.ts'

interface Export {
  /** Connection string of the database. */
  database: string
  format: ExportFormat
  /** `all` where it is not said. */
  columns?: ColumnSet
  /** Where the file goes; it is ended, or destroyed when the export fails. */
  output: Writable
  /** Stops the export, which then rejects. */
  signal?: AbortSignal
  /** Told now and then how many signatures were read so far. */
  onProgress?: (signatures: number) => void
}

export type ExportRequest = Export & { filters: ExportFilters }

/**
 * Writes the signatures that pass the filters, oldest first, as they all were at one moment.
 * Memory stays the same for any number of them, and a slow `output` slows the reading.
 * @returns how many were written
 * @throws Error of the database or of `output`, which then holds half a file: see write-file.ts
 */
export function exportSignatures({ filters, ...request }: ExportRequest) {
  return exportRows({ ...request, query: selectSignatures(filters, request.columns) })
}

/** The same for a query of select-signatures.ts. */
export async function exportRows(
  request: Export & { query: RowQuery },
): Promise<{ signatures: number }> {
  const { database, query, format, columns = 'all' } = request
  const done = new AbortController()
  const signal = AbortSignal.any([done.signal, ...(request.signal ? [request.signal] : [])])
  const { headers, toRow } = SHAPES[columns]
  let signatures = 0

  async function* batches() {
    for await (const rows of readRows<never>(database, query, signal)) {
      yield rows.map(toRow)
      signatures += rows.length
      request.onProgress?.(signatures)
    }
  }

  try {
    await pipeline(FORMATS[format](batches(), headers), request.output, { signal })
    return { signatures }
  } finally {
    // A format may leave its source open when the output fails: this closes the connection.
    done.abort()
  }
}

type Shape = { headers: readonly string[]; toRow: (stored: never) => ExportedRow }

const SHAPES: Record<ColumnSet, Shape> = {
  all: { headers: COLUMNS, toRow: exportedSignature },
  public: { headers: PUBLIC_HEADERS, toRow: stored => publicRow(toPublicSignatory(stored)) },
}
