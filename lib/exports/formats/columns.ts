/** What one cell of an export may hold. */
export type Cell = string | boolean | Date | null

/** One signature of an export: its columns by name. */
export type ExportedRow = Record<string, Cell>

/** Columns that hold times, in whichever set they stand. */
export const TIME_COLUMNS = ['submittedAt', 'confirmedAt']

/** What a cell of a CSV file ends at. */
export const SEPARATORS = [',', ';'] as const

/** How a file differs from what programs expect. */
export type FileStyle = {
  /** What its columns are called; without them each bears the name of its field. */
  heads?: readonly string[]
  separator?: (typeof SEPARATORS)[number]
}

/** Which columns: `all` holds e-mail addresses, `public` what the site shows of those whom it shows. */
export const COLUMN_SETS = ['all', 'public'] as const

export type ColumnSet = (typeof COLUMN_SETS)[number]
