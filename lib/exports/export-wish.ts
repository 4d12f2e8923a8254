import { z } from 'zod'
import { storable } from '#lib/content/typed-text.ts'
import { type Filters, filtersOf, readTableQuery } from '#lib/signatures/filters/filters.ts'
import { tidyText } from '#lib/text/text-rules.ts'
import { COLUMN_SETS } from './formats/columns.ts'
import { EXPORT_FORMATS } from './formats/formats.ts'

/** What an organiser wishes to export. */
export type ExportWish = z.output<typeof wish> & { filters: Filters }

const LONGEST_REASON = 500

const wish = z.object({
  format: z.enum(EXPORT_FORMATS).catch('csv'),
  columns: z.enum(COLUMN_SETS).catch('public'),
  /**
   * Why, for the audit log and for whoever approves; needed where the columns hold addresses. A spoilt text
   * is none.
   */
  reason: z
    .string()
    .refine(text => !text.includes('\ufffd'))
    .transform(text => storable(tidyText(text), LONGEST_REASON))
    .catch(''),
})

/** Reads the form of the page; its filters are those of the organisers' table. */
export function readExportWish(values: Record<string, unknown>): ExportWish {
  return { ...wish.parse(values), filters: filtersOf(readTableQuery(values)) }
}

/** The very thing that an approval is for: the same filters and columns, in any format. */
export function subjectOf({ columns, filters }: ExportWish) {
  const inOrder = Object.entries(filters).sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify({ columns, filters: Object.fromEntries(inOrder) })
}

/** A name that sorts by time and says what is in the file, without a word that somebody typed. */
export function fileNameOf({ format, columns, filters }: ExportWish, now: Date) {
  const { status, country, kind, language, ...others } = filters
  const parts = [
    `${now.toISOString().slice(0, 16).replace(':', '')}Z`,
    'signatures',
    columns === 'public' ? 'confirmed' : (status ?? 'every-status'),
    columns,
    kind,
    country?.toLowerCase(),
    language,
    ...(Object.keys(others).length > 0 ? ['filtered'] : []),
  ]
  return `${parts.filter(part => part !== undefined).join('-')}.${format}`
}
