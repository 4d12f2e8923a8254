import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readRows } from '#lib/database/read-rows.ts'
import { COLUMNS, exportedSignature, type StoredSignature } from './exported-signature.ts'
import type { ExportFilters } from './filters.ts'
import { type ExportFormat, FORMATS } from './formats.ts'
import { selectSignatures } from './select-signatures.ts'

export interface ExportRequest {
  /** Connection string of the database. */
  database: string
  format: ExportFormat
  filters: ExportFilters
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
  const done = new AbortController()
  const signal = AbortSignal.any([done.signal, ...(request.signal ? [request.signal] : [])])
  let signatures = 0

  async function* batches() {
    const query = selectSignatures(request.filters)
    for await (const rows of readRows<StoredSignature>(request.database, query, signal)) {
      yield rows.map(exportedSignature)
      signatures += rows.length
      request.onProgress?.(signatures)
    }
  }

  try {
    await pipeline(FORMATS[request.format](batches(), COLUMNS), request.output, { signal })
    return { signatures }
  } finally {
    // A format may leave its source open when the output fails: this closes the connection.
    done.abort()
  }
}
