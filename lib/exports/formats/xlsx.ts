import type { ExportedRow } from './columns.ts'
import { type Column, headerXml, rowXml, sheetColumns, widthsXml } from './sheet-xml.ts'
import {
  FIRST_PARTS,
  lastParts,
  ROWS_START,
  SHEET_END,
  SHEET_START,
  sheetPath,
} from './workbook-parts.ts'
import { type ZipEntry, zipStream } from './zip-stream.ts'

const SHEET = 'Signatures'
/** All that a sheet may have, its headers included. */
const ROWS_IN_A_SHEET = 1_048_576

/**
 * A workbook of texts and times (UTC), never formulas. After 1,048,576 rows, which is all that a
 * sheet may have, the next sheet begins, with the headers again.
 */
export function xlsx(
  batches: AsyncIterable<ExportedRow[]>,
  columns: readonly string[],
  heads = columns,
  rowsInASheet = ROWS_IN_A_SHEET,
) {
  return zipStream(parts(batches, sheetColumns(columns, heads), rowsInASheet))
}

async function* parts(
  batches: AsyncIterable<ExportedRow[]>,
  columns: readonly Column[],
  rowsInASheet: number,
): AsyncGenerator<ZipEntry> {
  yield* entries(FIRST_PARTS)
  const waiting = waitingRows(batches)
  let sheets = 0
  do {
    sheets += 1
    yield { name: sheetPath(sheets), text: sheet(waiting, columns, rowsInASheet) }
  } while (await waiting.hasMore())
  yield* entries(lastParts(SHEET, sheets))
}

async function* sheet(waiting: WaitingRows, columns: readonly Column[], rowsInASheet: number) {
  yield SHEET_START + widthsXml(columns) + ROWS_START + headerXml(columns)
  let number = 1
  while (number < rowsInASheet && (await waiting.hasMore())) {
    let xml = ''
    for (const row of waiting.take(rowsInASheet - number)) {
      number += 1
      xml += rowXml(row, columns, number)
    }
    yield xml
  }
  yield SHEET_END
}

type WaitingRows = ReturnType<typeof waitingRows>

/** Rows as they come, of which a sheet takes as many as it may hold. */
function waitingRows(batches: AsyncIterable<ExportedRow[]>) {
  const source = batches[Symbol.asyncIterator]()
  let waiting: ExportedRow[] = []
  return {
    async hasMore() {
      while (waiting.length === 0) {
        const next = await source.next()
        if (next.done) return false
        waiting = next.value
      }
      return true
    },
    take(most: number) {
      return waiting.splice(0, most)
    },
  }
}

function* entries(texts: Record<string, string>): Generator<ZipEntry> {
  for (const [name, text] of Object.entries(texts)) yield { name, text: once(text) }
}

async function* once(text: string) {
  yield text
}
