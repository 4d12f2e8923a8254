/** What one cell of an export may hold. */
export type Cell = string | boolean | Date | null

/** One signature of an export: its columns by name. */
export type ExportedRow = Record<string, Cell>
