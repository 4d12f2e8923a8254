import type { Cell, ExportedRow, FileStyle } from './columns.ts'
import { neutraliseForCsv } from './neutralise.ts'

/** Without it Excel takes UTF-8 for its own code page. */
const BYTE_ORDER_MARK = '\ufeff'

/** RFC 4180. */
const END_OF_LINE = '\r\n'

/** A text that is written as it is: no formula starts it, and nothing in it cuts a file. */
const PLAIN = /^(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}][^",;\p{Cc}\u2028\u2029]*$/u

/**
 * RFC 4180 has these quoted; a text with half of a line's end too, or spreadsheets begin a new row there, and
 * one with what other programs take for the end of a cell.
 */
const IS_QUOTED = /[",;\t\r\n\v\f\u0085\u2028\u2029]/

/**
 * UTF-8 with byte order mark, RFC 4180; no cell starts a formula (neutralise.ts). Where spreadsheets expect so, cells end
 * at semicolons.
 */
export async function* csv(
  batches: AsyncIterable<ExportedRow[]>,
  columns: readonly string[],
  { heads = columns, separator = ',' }: FileStyle = {},
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + heads.map(textCell).join(separator) + END_OF_LINE
  for await (const batch of batches) {
    let lines = ''
    for (const row of batch) lines += line(row, columns, separator)
    yield lines
  }
}

function line(row: ExportedRow, columns: readonly string[], separator: string) {
  let cells = ''
  for (const column of columns) cells += separator + cell(row[column] ?? null)
  return cells.slice(separator.length) + END_OF_LINE
}

function cell(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value instanceof Date ? value.toISOString() : textCell(value)
}

function textCell(text: string) {
  if (PLAIN.test(text)) return text
  const harmless = neutraliseForCsv(text)
  return IS_QUOTED.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
