import { z } from 'zod'
import { storable } from '#lib/content/typed-text.ts'
import type {
  HoldReason,
  SignatureKind,
  SignatureStatus,
  StatementStatus,
} from '#lib/database/types.ts'
import { isoDay } from '#lib/time/iso-day.ts'
import { KINDS, STATUSES } from '../statuses.ts'
import { HOLD_REASONS } from '../trust/hold-reasons.ts'

export const STATEMENTS = ['waiting', 'approved', 'refused'] as const satisfies StatementStatus[]
export const REASONS = Object.keys(HOLD_REASONS) as HoldReason[]
/** What readers, the site or organisers have marked a signature with. */
export const MARKS = ['reported', 'verified', 'hidden', 'featured'] as const

/** What a signatory may have opted in to, beside her signature: each is a wish of its own. */
export const PURPOSES = ['news', 'public-name'] as const

const LONGEST_SEARCH = 100

/** All filters together, as they stand in an address. */
const LONGEST_QUERY = 4_000

/** One value of each filter that has codes, as every reader of filters checks it. */
export const FILTER_VALUES = {
  status: z.enum(STATUSES),
  reason: z.enum(REASONS),
  mark: z.enum(MARKS),
  statement: z.enum(STATEMENTS),
  purpose: z.enum(PURPOSES),
  kind: z.enum(KINDS),
  country: z.string().regex(/^[A-Z]{2}$/),
  category: z.string().regex(/^[a-z-]{1,64}$/),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  domain: z.string().regex(/^[a-z0-9.-]{1,253}$/),
  /** Keyed hash of a network. */
  network: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  /** The same of the network that it was confirmed from. */
  pressNetwork: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
}

const day = ifUnderstood(isoDay)
const cursor = ifUnderstood(z.string().max(200))

/** What may be asked of the table. Whatever cannot be understood is left out, never an error. */
const tableQuery = z.object({
  /** A part of a name or organisation, the beginning of an address, or `@` and a mail domain. */
  q: ifUnderstood(
    z
      .string()
      .max(LONGEST_SEARCH)
      .transform(text => storable(text).trim()),
  ),
  status: ifUnderstood(FILTER_VALUES.status),
  reason: ifUnderstood(FILTER_VALUES.reason),
  mark: ifUnderstood(FILTER_VALUES.mark),
  statement: ifUnderstood(FILTER_VALUES.statement),
  purpose: ifUnderstood(FILTER_VALUES.purpose),
  kind: ifUnderstood(FILTER_VALUES.kind),
  country: ifUnderstood(FILTER_VALUES.country),
  category: ifUnderstood(FILTER_VALUES.category),
  language: ifUnderstood(FILTER_VALUES.language),
  /** Days of the campaign's time zone, both included. */
  submittedFrom: day,
  submittedTo: day,
  confirmedFrom: day,
  confirmedTo: day,
  domain: ifUnderstood(FILTER_VALUES.domain),
  network: ifUnderstood(FILTER_VALUES.network),
  pressNetwork: ifUnderstood(FILTER_VALUES.pressNetwork),
  /** Places from which to go on, later or earlier in the table. */
  after: cursor,
  before: cursor,
})

export type TableQuery = z.infer<typeof tableQuery>

/** Which signatures, wherever in the console's table: of each filter one value. */
export type Filters = Omit<TableQuery, 'after' | 'before'>

/**
 * Which signatures: the one language of the console's table, of actions in bulk, of exports and of the
 * public list (queries/filters-to-sql.ts makes SQL of it). A filter that is absent lets everything pass.
 */
export type SignatureFilters = Omit<Filters, 'status' | 'country' | 'kind'> & {
  status?: OneOrMore<SignatureStatus> | undefined
  /** ISO 3166-1 alpha-2. */
  country?: OneOrMore<string> | undefined
  kind?: OneOrMore<SignatureKind> | undefined
  /** Confirmed or, if not, submitted since then. */
  since?: Date | undefined
  /** Those whom the site shows. */
  isShown?: boolean | undefined
  /** A part of a name or organisation alone: unlike `q` it finds nobody by an address. */
  name?: string | undefined
}

type OneOrMore<Value> = Value | readonly Value[]

/** Reads the filters of an address. */
export function readTableQuery(asked: Record<string, unknown>): TableQuery {
  return tableQuery.parse(withoutEmpty(asked))
}

/** A query without the fields of a form that were left empty: they are as if they were not there. */
export function withoutEmpty<Value>(asked: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''))
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

/** A filter of an address: whatever is not a value of it is as if it were not there. */
export function ifUnderstood<Value extends z.ZodType>(value: Value) {
  return value.optional().catch(undefined)
}
