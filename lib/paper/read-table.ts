import { decodeText } from './decode-text.ts'
import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'
import { collectTable, type Table, TableError, type TableFault } from './table.ts'

/** Outcome of reading a file. */
export type ReadTableOutcome =
  | { outcome: 'read'; table: Table }
  | { outcome: 'refused'; fault: TableFault }

/** Every ZIP file begins so (APPNOTE.TXT, 4.3.7), and every .xlsx is one. */
const ZIP_START = [0x50, 0x4b, 0x03, 0x04]

/**
 * Reads a table of texts from what its bytes are, whatever its name says: a workbook (.xlsx), or text
 * with commas, semicolons or tabs. Nothing in it is calculated or fetched.
 */
export async function readTable(bytes: Uint8Array): Promise<ReadTableOutcome> {
  try {
    if (bytes.length === 0) throw new TableError('no-file')
    const isZip = ZIP_START.every((byte, index) => bytes[index] === byte)
    const rows = isZip ? readWorkbook(bytes) : readCsv(decodeText(bytes))
    return { outcome: 'read', table: await collectTable(rows) }
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    return { outcome: 'refused', fault: error.fault }
  }
}
