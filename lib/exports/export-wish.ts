import { z } from 'zod'
import { languages } from '#lib/content/languages.ts'
import { storable } from '#lib/content/typed-text.ts'
import type { SignatureStatus } from '#lib/database/types.ts'
import {
  type Filters,
  filtersOf,
  readTableQuery,
  type SignatureFilters,
} from '#lib/signatures/filters/filters.ts'
import { STATUSES } from '#lib/signatures/statuses.ts'
import { tidyText } from '#lib/text/text-rules.ts'
import { COLUMN_SETS, SEPARATORS } from './formats/columns.ts'
import { EXPORT_FORMATS } from './formats/formats.ts'

/** What an organiser wishes to export. */
export type ExportWish = z.output<typeof wish> & {
  /** Language of heads and labels; null for codes. */
  language: string | null
  /** Why; empty where nobody said it. */
  reason: string
  /** Of the rows with every column; public ones are of confirmed signatures alone. */
  statuses: SignatureStatus[]
  filters: Omit<Filters, 'status'>
}

const LONGEST_REASON = 500

const wish = z.object({
  format: z.enum(EXPORT_FORMATS).catch('xlsx'),
  columns: z.enum(COLUMN_SETS).catch('public'),
  /** Of a CSV file. */
  separator: z.enum(SEPARATORS).catch(','),
})

/** How a form or an address says that codes are wished, instead of a language. */
export const IN_CODES = 'codes'

/**
 * Why, for the audit log and for whoever approves; needed where the columns hold addresses. A spoilt text
 * is none.
 */
const reason = z
  .string()
  .refine(text => !text.includes('\ufffd'))
  .transform(text => storable(tidyText(text), LONGEST_REASON))
  .catch('')

type Typed = Record<string, unknown>

/**
 * Reads the form of the page; its filters are those of the organisers' table, one of which is called `reason`: here it
 * is `why`. Several boxes are named `status`.
 */
export function readExportWish(typed: Typed): ExportWish {
  return {
    ...wish.parse(typed),
    language: languages().find(known => known === typed.wording) ?? null,
    reason: reason.parse(typed.why),
    statuses: readStatuses(typed),
    filters: readFilters(typed),
  }
}

/** Reads the address of the page, where nobody has chosen a status yet: then it is the confirmed ones. */
export function readExportAddress(typed: Typed): ExportWish {
  const { statuses, ...read } = readExportWish(typed)
  return { ...read, statuses: statuses.length > 0 ? statuses : ['confirmed'] }
}

function readStatuses({ status }: Typed) {
  const typed = Array.isArray(status) ? status : [status]
  return STATUSES.filter(known => typed.includes(known))
}

function readFilters(typed: Typed): ExportWish['filters'] {
  const { status: _, ...filters } = filtersOf(readTableQuery(typed))
  return filters
}

/** Which signatures such an export holds. */
export function signaturesOf({ columns, statuses, filters }: ApprovedWish): SignatureFilters {
  return columns === 'public' ? { ...filters, isShown: true } : { ...filters, status: statuses }
}

/** The very thing that an approval is for: the same signatures, columns and format. */
export function subjectOf({ columns, format, statuses, filters }: ApprovedWish) {
  const inOrder = Object.entries(filters).sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify({ columns, format, statuses, filters: Object.fromEntries(inOrder) })
}

const subject = z.object({
  columns: z.enum(COLUMN_SETS),
  format: z.enum(EXPORT_FORMATS),
  statuses: z.array(z.enum(STATUSES)),
  filters: z.record(z.string(), z.unknown()),
})

/** What an approval is for; in which words and with which separator the same rows are written is none of it. */
export type ApprovedWish = Omit<ExportWish, 'language' | 'separator' | 'reason'>

/** Reads what an approval was asked for; null for one of before formats and statuses were part of it. */
export function readSubject(text: string): ApprovedWish | null {
  const read = subject.safeParse(JSON.parse(text))
  if (!read.success) return null
  const { filters, ...chosen } = read.data
  return { ...chosen, filters: readFilters(filters) }
}

/** The query of the page on which this is chosen; without the reason, which is no business of an address. */
export function exportQuery(wished: ExportWish) {
  const { columns, format, language, separator, statuses, filters } = wished
  const wording = language ?? IN_CODES
  const query = new URLSearchParams({ ...filters, columns, format, wording, separator })
  for (const status of statuses) query.append('status', status)
  return query
}

/** A name that sorts by time and says what is in the file, without a word that somebody typed. */
export function fileNameOf({ format, columns, statuses, filters }: ExportWish, now: Date) {
  const { country, kind, language, ...others } = filters
  const isEvery = statuses.length === STATUSES.length
  const parts = [
    `${now.toISOString().slice(0, 16).replace(':', '')}Z`,
    'signatures',
    columns === 'public' ? 'confirmed' : isEvery ? 'every-status' : statuses.join('-'),
    columns,
    kind,
    country?.toLowerCase(),
    language,
    ...(Object.keys(others).length > 0 ? ['filtered'] : []),
  ]
  return `${parts.filter(part => part !== undefined).join('-')}.${format}`
}
