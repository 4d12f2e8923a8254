import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'
import { collectTable, type Table, TableError, type TableFault } from './table.ts'

/** What came of a file. */
export type ReadTableOutcome =
  | { outcome: 'read'; table: Table }
  | { outcome: 'refused'; fault: TableFault }

/** Every ZIP file begins so (APPNOTE.TXT, 4.3.7), and every .xlsx is one. */
const ZIP_START = [0x50, 0x4b, 0x03, 0x04]

/** Control characters that no table holds: workbooks before 2007, pictures and programs do. */
const OF_NO_TEXT = /(?![\t\n\v\f\r\0])\p{Cc}/u

/** So much of a text tells whether it is one. */
const LOOKED_AT = 10_000

/**
 * Reads a table of texts from what its bytes are, whatever its name says: a workbook (.xlsx), or text
 * with commas, semicolons or tabs. Nothing in it is calculated or fetched.
 */
export async function readTable(bytes: Uint8Array): Promise<ReadTableOutcome> {
  try {
    if (bytes.length === 0) throw new TableError('no-file')
    const isZip = ZIP_START.every((byte, index) => bytes[index] === byte)
    const rows = isZip ? readWorkbook(bytes) : readCsv(textOf(bytes))
    return { outcome: 'read', table: await collectTable(rows) }
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    return { outcome: 'refused', fault: error.fault }
  }
}

/** UTF-8 or UTF-16 by its mark, UTF-8 where it is, else the code page of Windows in western Europe. */
function textOf(bytes: Uint8Array) {
  const text = decode(bytes)
  if (OF_NO_TEXT.test(text.slice(0, LOOKED_AT))) throw new TableError('not-a-table')
  return text
}

function decode(bytes: Uint8Array) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
