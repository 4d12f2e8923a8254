import { z } from 'zod'
import { storable } from '#lib/content/typed-text.ts'
import type { HoldReason, StatementStatus } from '#lib/database/types.ts'
import { KINDS, STATUSES } from '#lib/signatures/statuses.ts'
import { HOLD_REASONS } from '#lib/signatures/trust/hold-reasons.ts'
import { isoDay } from '#lib/time/iso-day.ts'

export const STATEMENTS = ['waiting', 'approved', 'refused'] as const satisfies StatementStatus[]
export const REASONS = Object.keys(HOLD_REASONS) as HoldReason[]
/** What readers, the site or organisers have marked a signature with. */
export const MARKS = ['reported', 'verified', 'hidden', 'featured'] as const

const LONGEST_SEARCH = 100

/** All filters together, as they stand in an address. */
const LONGEST_QUERY = 4_000

const day = isoDay.optional().catch(undefined)
const cursor = z.string().max(200).optional().catch(undefined)

/** What may be asked of the table. Whatever cannot be understood is left out, never an error. */
const tableQuery = z.object({
  /** A part of a name or organisation, the beginning of an address, or `@` and a mail domain. */
  q: z
    .string()
    .max(LONGEST_SEARCH)
    .transform(text => storable(text).trim())
    .optional()
    .catch(undefined),
  status: oneOf(STATUSES),
  reason: oneOf(REASONS),
  mark: oneOf(MARKS),
  statement: oneOf(STATEMENTS),
  kind: oneOf(KINDS),
  country: matching(/^[A-Z]{2}$/),
  category: matching(/^[a-z-]{1,64}$/),
  language: matching(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  /** Days of the campaign's time zone, both included. */
  submittedFrom: day,
  submittedTo: day,
  confirmedFrom: day,
  confirmedTo: day,
  domain: matching(/^[a-z0-9.-]{1,253}$/),
  /** Keyed hash of a network. */
  network: matching(/^[A-Za-z0-9_-]{1,64}$/),
  /** Places from which to go on, later or earlier in the table. */
  after: cursor,
  before: cursor,
})

export type TableQuery = z.infer<typeof tableQuery>

/** Which signatures, wherever in the table. */
export type Filters = Omit<TableQuery, 'after' | 'before'>

/** Reads the filters of an address; an empty field of a form is one that was left out. */
export function readTableQuery(asked: Record<string, unknown>): TableQuery {
  return tableQuery.parse(
    Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '')),
  )
}

/** The same for the query of an address as a form carries it along, with or without its question mark. */
export function readTableAddress(query: unknown): TableQuery {
  const bounded = String(query ?? '').slice(0, LONGEST_QUERY)
  return readTableQuery(Object.fromEntries(new URLSearchParams(bounded)))
}

/** The filters alone, without those that are absent. */
export function filtersOf({ after: _, before: __, ...query }: TableQuery): Filters {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value))
}

/** Whether they let every signature pass: such a rule is none. */
export function isEveryone(filters: Filters) {
  return Object.values(filters).every(value => !value)
}

/** The query of an address, with its question mark; '' for none. */
export function queryOf(query: TableQuery) {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1])
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
}

function oneOf<const V extends string>(values: readonly V[]) {
  return z
    .enum(values as readonly [V, ...V[]])
    .optional()
    .catch(undefined)
}

function matching(pattern: RegExp) {
  return z.string().regex(pattern).optional().catch(undefined)
}
