import { LONGEST_CELL, MOST_COLUMNS, MOST_ROWS } from '#lib/content/limits.ts'

/** What a file holds: its first row that is not empty, and the rows after it that are not. */
export type Table = { header: string[]; rows: TableRow[] }

/** A row, by the number that a spreadsheet shows beside it. */
export type TableRow = { number: number; cells: string[] }

/** Why a file was refused; `locales/` has the words. */
export const TABLE_FAULTS = [
  'no-file',
  'too-large',
  'not-a-table',
  'unsafe',
  'no-rows',
  'too-many-rows',
  'too-many-columns',
  'too-many-cells',
  'too-much',
  'busy',
] as const

export type TableFault = (typeof TABLE_FAULTS)[number]

/** Thrown where a file cannot be read on. */
export class TableError extends Error {
  readonly fault: TableFault

  constructor(fault: TableFault) {
    super(fault)
    this.name = 'TableError'
    this.fault = fault
  }
}

/**
 * Makes a table of numbered rows, as they come; empty ones are left out.
 * @throws TableError when there are no rows, or too many rows or columns.
 */
export async function collectTable(source: AsyncIterable<TableRow>): Promise<Table> {
  const rows: TableRow[] = []
  for await (const { number, cells } of source) {
    const texts = cells.map(tidyCell)
    if (texts.every(text => text === '')) continue
    if (texts.findLastIndex(text => text !== '') >= MOST_COLUMNS) {
      throw new TableError('too-many-columns')
    }
    if (rows.push({ number, cells: texts.slice(0, MOST_COLUMNS) }) > MOST_ROWS + 1) {
      throw new TableError('too-many-rows')
    }
  }
  const [header, ...others] = rows
  if (!header || others.length === 0) throw new TableError('no-rows')
  const width = header.cells.findLastIndex(text => text !== '') + 1
  return { header: header.cells.slice(0, width), rows: others }
}

/** A cell as it is kept: PostgreSQL takes neither NUL nor a character that was cut in two. */
export function tidyCell(cell: string) {
  return cell.trim().slice(0, LONGEST_CELL).replaceAll('\0', '').toWellFormed()
}
