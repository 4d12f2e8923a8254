import {
  MOST_CELLS,
  MOST_CELLS_OF_A_ROW,
  MOST_ROWS,
  MOST_SHARED_TEXTS,
} from '#lib/content/limits.ts'
import { TableError } from './table.ts'

/** Where a row, a cell or a shared text begins in the XML of a workbook, whatever its prefix. */
const BEGINS = /<(?:[\w.-]+:)?(row|c|si)(?=[\s/>])/g

/** Rows that are empty count too, as they do for the program that shows them. */
const MOST_ROWS_OF_A_SHEET = MOST_ROWS * 2

/**
 * Counts rows, cells and shared texts of a workbook's part before anything is made of them.
 * @throws TableError for more than an honest list has
 */
export function refuseTooManyParts(part: Buffer) {
  const counted = { row: 0, c: 0, si: 0 }
  let cellsOfRow = 0
  // Latin-1 costs a byte a letter; names of elements are ASCII in UTF-8.
  for (const [, name] of part.toString('latin1').matchAll(BEGINS)) {
    if (name === 'row') cellsOfRow = 0
    if (name === 'c') cellsOfRow += 1
    counted[name as keyof typeof counted] += 1
    if (cellsOfRow > MOST_CELLS_OF_A_ROW) throw new TableError('too-many-columns')
    if (counted.row > MOST_ROWS_OF_A_SHEET) throw new TableError('too-many-rows')
    if (counted.c > MOST_CELLS) throw new TableError('too-many-cells')
    if (counted.si > MOST_SHARED_TEXTS) throw new TableError('too-many-cells')
  }
}
