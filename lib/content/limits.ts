const MEGABYTE = 1024 * 1024

/** A file that is uploaded has at most so many bytes: 100,000 rows as text have about 8 million. */
export const LARGEST_FILE_BYTES = 10 * MEGABYTE

/** What a workbook may come to once it is unpacked, in bytes: a small file can hold a huge one. */
export const LARGEST_UNPACKED_BYTES = 120 * MEGABYTE

/** Rows of signatures in one file, its header not counted. */
export const MOST_ROWS = 100_000

export const MOST_COLUMNS = 50

/** Cells of a workbook's sheet, the empty ones that only look like something among them. */
export const MOST_CELLS = MOST_ROWS * MOST_COLUMNS

/** Cells of one row: so many columns has a sheet of Excel. */
export const MOST_CELLS_OF_A_ROW = 16_384

/** Different texts of a workbook, which its cells share. */
export const MOST_SHARED_TEXTS = 1_000_000

/** All texts of a list once it is read, in bytes. */
export const LARGEST_TABLE_BYTES = 64 * MEGABYTE

/** Longest cell, in UTF-16 units; longer ones are truncated and reported. */
export const LONGEST_CELL = 1_000

/** Days during which an import can be undone. */
export const UNDO_DAYS = 30

/** Days after which a batch that was not imported is deleted, with its rows. */
export const UNFINISHED_DAYS = 7
