import { Unzip, UnzipInflate, zipSync } from 'fflate'
import { streamXlsxRows } from 'hucre/xlsx'
import {
  LARGEST_UNPACKED_BYTES,
  LONGEST_CELL,
  MOST_COLUMNS,
  MOST_ROWS,
} from '#lib/content/limits.ts'
import { refuseTooManyParts } from './count-parts.ts'
import { TableError, type TableRow } from './table.ts'

/** Parts of a workbook that hold texts; pictures, macros and links to elsewhere stay packed. */
const PARTS_READ =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/[\w.]+|worksheets\/[\w.]+\.xml))$/

const MOST_PARTS = 1_000

/**
 * Reads the rows of a workbook's first sheet, as they were last shown: of a formula its last value.
 * @throws TableError where it is no workbook, or holds what no honest one does.
 */
export async function* readWorkbook(bytes: Uint8Array): AsyncGenerator<TableRow> {
  const unpacked = unpack(bytes)
  try {
    const rows = streamXlsxRows(zipSync(unpacked, { level: 0 }), { sheet: 0 })
    let number = 0
    for await (const { index, values } of rows) {
      if (index > MOST_ROWS * 2) throw new TableError('too-many-rows')
      // What a row says of its number may be missing, said twice, or no number at all.
      number = Number.isSafeInteger(index) && index >= number ? index + 1 : number + 1
      yield { number, cells: values.slice(0, MOST_COLUMNS * 2).map(textOf) }
    }
  } catch (error) {
    throw error instanceof TableError ? error : new TableError('not-a-table')
  }
}

/** Unpacks what is needed piece by piece, and stops at a size that no honest workbook has. */
function unpack(bytes: Uint8Array) {
  const parts = new Map<string, Uint8Array[]>()
  let size = 0
  let seen = 0
  const unzip = new Unzip(file => {
    seen += 1
    if (!PARTS_READ.test(file.name)) return
    const pieces: Uint8Array[] = []
    parts.set(file.name, pieces)
    file.ondata = (error, piece) => {
      if (error) throw error
      size += piece.length
      if (size <= LARGEST_UNPACKED_BYTES) pieces.push(piece)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
    const end = start + PIECE_BYTES
    pushIn(unzip, bytes.subarray(start, end), end >= bytes.length)
    if (size > LARGEST_UNPACKED_BYTES || seen > MOST_PARTS) throw new TableError('unsafe')
  }
  return wholeParts(parts)
}

/** What one piece unpacks to is held at once. */
const PIECE_BYTES = 16 * 1024

function pushIn(unzip: Unzip, piece: Uint8Array, isLast: boolean) {
  try {
    unzip.push(piece, isLast)
  } catch {
    throw new TableError('not-a-table')
  }
}

function wholeParts(parts: Map<string, Uint8Array[]>) {
  const files: Record<string, Uint8Array> = {}
  for (const [name, pieces] of parts) {
    const whole = Buffer.concat(pieces)
    // Entities of XML can name files and multiply text; no workbook of an honest program has any.
    if (whole.includes('<!DOCTYPE')) throw new TableError('unsafe')
    refuseTooManyParts(whole)
    files[name] = whole
  }
  return files
}

function textOf(value: unknown) {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  // Cut at once: many cells may share one text of any length.
  return typeof value === 'object' ? '' : String(value).slice(0, LONGEST_CELL * 2)
}
