import { z } from 'zod'
import { COUNTRY_CODES } from '#lib/text/countries.ts'
import { KINDS, STATUSES } from '../statuses.ts'
import { FILTER_VALUES, PURPOSES, type SignatureFilters } from './filters.ts'

const options = z.object({
  status: z.union([z.literal('all').transform(() => undefined), listOf(FILTER_VALUES.status)]),
  country: z.preprocess(inCapitals, listOf(FILTER_VALUES.country.refine(isCountry))),
  kind: listOf(FILTER_VALUES.kind),
  purpose: FILTER_VALUES.purpose,
  since: z.union([
    z.iso.date().transform(day => new Date(`${day}T00:00:00Z`)),
    z.iso.datetime({ offset: true }).transform(moment => new Date(moment)),
  ]),
})

type Option = keyof z.input<typeof options>

/** What may be typed for each option; see `readFilterOptions`. */
type TypedOptions = { [option in Option]?: string | undefined }

const WHAT_IT_MUST_BE: Record<Option, string> = {
  status: `must be all, or one or more of ${STATUSES.join(', ')}`,
  country: 'must be ISO 3166-1 codes of two letters, such as FR,BE',
  kind: `must be ${KINDS.join(' or ')}`,
  purpose: `must be ${PURPOSES.join(' or ')}`,
  since: 'must be a day such as 2026-05-26, or a time such as 2026-05-26T08:00:00Z',
}

/**
 * Reads filters as they are typed at a terminal: lists with commas, `all` for every status, confirmed
 * alone where no status is named. Days begin at midnight UTC.
 * @throws Error with one sentence that names the option and what it may be
 */
export function readFilterOptions(typed: TypedOptions): SignatureFilters {
  const read = options.partial().safeParse({ status: 'confirmed', ...withoutAbsent(typed) })
  if (read.success) return read.data
  const option = read.error.issues[0]?.path[0] as Option
  throw new Error(`--${option} ${WHAT_IT_MUST_BE[option]}.`)
}

function withoutAbsent(typed: TypedOptions) {
  return Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== undefined))
}

function listOf<Value extends z.ZodType<string, string>>(value: Value) {
  return z
    .string()
    .transform(text => text.split(',').map(one => one.trim()))
    .pipe(z.array(value))
}

function inCapitals(text: unknown) {
  return typeof text === 'string' ? text.toUpperCase() : text
}

function isCountry(code: string) {
  return COUNTRY_CODES.some(known => known === code)
}
