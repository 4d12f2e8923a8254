import { z } from 'zod'
import { KINDS, STATUSES } from '#lib/signatures/statuses.ts'
import { COUNTRY_CODES } from '#lib/text/countries.ts'

const STATUS_ERROR = `must be all, or one or more of ${STATUSES.join(', ')}`

const statuses = listOf(STATUSES, STATUS_ERROR)
const countries = listOf(COUNTRY_CODES, 'must be ISO 3166-1 codes of two letters, such as FR,BE')
const kinds = listOf(KINDS, `must be ${KINDS.join(' or ')}`)

const time = z.union(
  [
    z.iso.date().transform(day => new Date(`${day}T00:00:00Z`)),
    z.iso.datetime({ offset: true }).transform(moment => new Date(moment)),
  ],
  'must be a day such as 2026-05-26, or a time such as 2026-05-26T08:00:00Z',
)

const exportFilters = z.object({
  status: z.union([z.literal('all').transform(() => null), statuses], STATUS_ERROR),
  country: z.preprocess(text => (typeof text === 'string' ? text.toUpperCase() : text), countries),
  kind: kinds,
  since: time,
})

/** What may be typed for each filter; see `readExportFilters`. */
type TypedFilters = { [filter in keyof z.input<typeof exportFilters>]?: string | undefined }

/**
 * Which signatures to export. `since` is compared with the time of confirmation, or of submission
 * where there is none. Null lets all pass.
 */
export type ExportFilters = {
  [filter in keyof z.output<typeof exportFilters>]: z.output<typeof exportFilters>[filter] | null
}

export const EVERY_SIGNATURE: ExportFilters = {
  status: null,
  country: null,
  kind: null,
  since: null,
}

/**
 * Reads filters as an organiser types them: lists with commas, `all` for every status, confirmed
 * alone where no status is named. Days begin at midnight UTC.
 * @throws Error with one sentence that names the filter and what it may be
 */
export function readExportFilters(typed: TypedFilters): ExportFilters {
  const read = exportFilters.partial().safeParse({ status: 'confirmed', ...withoutAbsent(typed) })
  if (read.success) return { ...EVERY_SIGNATURE, ...read.data }
  const [issue] = read.error.issues
  throw new Error(`--${String(issue?.path[0])} ${issue?.message}.`)
}

function withoutAbsent(typed: TypedFilters) {
  return Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== undefined))
}

function listOf<T extends string>(allowed: readonly T[], error: string) {
  return z
    .string()
    .transform(text => text.split(',').map(one => one.trim()))
    .pipe(
      z.array(z.string().refine((one): one is T => allowed.some(known => known === one), error)),
    )
}
