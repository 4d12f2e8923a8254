/** Largest ZIP of content/, in bytes: one with 30 pages in two languages has 100 kB. */
export const LARGEST_ARCHIVE_BYTES = 10 * 1024 * 1024

/** Entries of a ZIP, folders and files that are left out among them. */
export const MOST_ENTRIES = 1_000

/** All files of a ZIP once they are unpacked, in bytes. */
export const LARGEST_UNPACKED_BYTES = 16 * 1024 * 1024

/** Hours for which an upload waits for its owner's word. */
export const UPLOAD_WAITS_HOURS = 24
