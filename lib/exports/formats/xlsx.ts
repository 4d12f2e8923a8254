import { writeXlsxStream } from 'hucre/xlsx'
import { legalInXml } from '#lib/text/xml.ts'
import type { Cell, ExportedRow } from './columns.ts'
import { neutralise } from './neutralise.ts'

const SHEET = 'Signatures'
const TIME_FORMAT = 'yyyy-mm-dd hh:mm:ss'
/** Excel refuses a workbook with a longer text. Counted in UTF-16 units. */
export const CHARACTERS_IN_A_CELL = 32_767

/**
 * A workbook of texts and times (UTC), never formulas. After 1,048,576 rows, which is all that a
 * sheet may have, the next sheet begins, with the headers again.
 */
export function xlsx(
  batches: AsyncIterable<ExportedRow[]>,
  columns: readonly string[],
  rowsInASheet?: number,
) {
  return writeXlsxStream(rows(batches, columns), {
    name: SHEET,
    columns: columns.map(column => ({
      header: column,
      ...(isTime(column) ? { numFmt: TIME_FORMAT } : {}),
    })),
    freezePane: { rows: 1 },
    ...(rowsInASheet === undefined ? {} : { maxRowsPerSheet: rowsInASheet }),
  })
}

function isTime(column: string) {
  return column === 'submittedAt' || column === 'confirmedAt'
}

async function* rows(batches: AsyncIterable<ExportedRow[]>, columns: readonly string[]) {
  for await (const batch of batches) {
    for (const row of batch) yield columns.map(column => cell(row[column] ?? null))
  }
}

function cell(value: Cell) {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? spreadsheetText(value) : value
}

/** Text that a workbook may hold, and that shows exactly so. */
function spreadsheetText(text: string): string {
  return neutralise(legalInXml(text.replace(/\r\n?/g, '\n')))
    .replace(READ_AS_ESCAPE, '_x005F_')
    .slice(0, CHARACTERS_IN_A_CELL)
}

// Excel reads _x0041_ in a text as "A" (ECMA-376, part 1, 22.9.2.19).
const READ_AS_ESCAPE = /_(?=x[\dA-Fa-f]{4}_)/g
