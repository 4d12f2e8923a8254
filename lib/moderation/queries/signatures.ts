import { z } from 'zod'
import { database } from '#lib/database/client.ts'
import { columnName } from '#lib/database/column-names.ts'
import { Prisma, type Signature } from '#lib/database/types.ts'
import type { SignatureFilters } from '#lib/signatures/filters/filters.ts'
import type { ListPlace } from '#lib/signatures/list-cursor.ts'
import { filtersToSql } from '#lib/signatures/queries/filters-to-sql.ts'
import { CONTENTS } from './content-hash.ts'

const COLUMNS = [
  'id',
  'status',
  'name',
  'email',
  'kind',
  'organisation',
  'role',
  'country',
  'statement',
  'statementStatus',
  'isPublic',
  'isHidden',
  'isDomainVerified',
  'featuredOrder',
  'isTrial',
  'submittedAt',
] as const satisfies (keyof Signature)[]

const SELECTED = Prisma.raw(COLUMNS.map(column => `signature.${columnName(column)}`).join(', '))

/** One row of the organisers' table. */
export type ListedSignature = Pick<Signature, (typeof COLUMNS)[number] | 'holdReasons'> & {
  /** Hash of what is shown of it (content-hash.ts). */
  contents: string
  /** When it was held last; null for one that is not held. */
  heldSince: Date | null
  /** Why readers reported it: codes, each once. */
  reports: string[]
}

/**
 * Rows of the table, newest first, from after a place on; backwards the oldest first, from before it.
 * The index on the time of submission finds the place.
 */
export function selectRows(filters: SignatureFilters, stretch: Stretch) {
  return database.$queryRaw<ListedSignature[]>`
    SELECT ${SELECTED}, hold_reasons::text[], ${CONTENTS} AS contents,
      CASE status WHEN 'held' THEN coalesce(
        (SELECT max(at) FROM signature_event e WHERE e.signature_id = signature.id AND e.kind = 'held'),
        confirmed_at, submitted_at) END AS held_since,
      ARRAY(SELECT DISTINCT reason FROM name_report r
        WHERE r.signature_id = signature.id AND r.decided_at IS NULL) AS reports
    ${stretchOf(filters, stretch)}`
}

/** The places of the same rows. */
export function selectPlaces(filters: SignatureFilters, stretch: Stretch) {
  return database.$queryRaw<ListPlace[]>`
    SELECT signature.submitted_at AS at, signature.id ${stretchOf(filters, stretch)}`
}

/** A stretch of the table: so many rows from after a place on, or from before it. */
type Stretch = { place: ListPlace | null; isBackwards: boolean; most: number }

function stretchOf(filters: SignatureFilters, { place, isBackwards, most }: Stretch) {
  const isBeyond = isBackwards ? Prisma.raw('>') : Prisma.raw('<')
  const order = isBackwards ? Prisma.raw('ASC') : Prisma.raw('DESC')
  const key = Prisma.sql`(signature.submitted_at, signature.id)`
  return Prisma.sql`
    FROM signature
    WHERE ${filtersToSql(filters)}
      ${place ? Prisma.sql`AND ${key} ${isBeyond} (${place.at}, ${place.id}::uuid)` : Prisma.empty}
    ORDER BY signature.submitted_at ${order}, signature.id ${order}
    LIMIT ${most}`
}

/** Number of matches, counted one by one up to a limit. */
export async function countUpTo(most: number, filters: SignatureFilters) {
  const [counted] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
    FROM (SELECT FROM signature WHERE ${filtersToSql(filters)} LIMIT ${most}) matches`
  return counted?.count ?? 0
}

const plan = z.tuple([
  z.object({
    'QUERY PLAN': z.tuple([z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })]),
  }),
])

/** Number of matches that PostgreSQL's planner expects. */
export async function estimateCount(filters: SignatureFilters) {
  const explained = await database.$queryRaw(
    Prisma.sql`EXPLAIN (FORMAT JSON) SELECT FROM signature WHERE ${filtersToSql(filters)}`,
  )
  const [{ 'QUERY PLAN': found }] = plan.parse(explained)
  return Math.round(found[0].Plan['Plan Rows'])
}

/** Hash of what there is to read of a signature now (content-hash.ts); '' where there is none. */
export async function contentsOf(id: string) {
  const [row] = await database.$queryRaw<{ contents: string }[]>`
    SELECT ${CONTENTS} AS contents FROM signature WHERE id = ${id}::uuid`
  return row?.contents ?? ''
}

/** The same, and nobody changes the signature until the transaction ends; undefined where there is none. */
export async function lockContents(transaction: Prisma.TransactionClient, id: string) {
  const [found] = await transaction.$queryRaw<{ contents: string }[]>`
      SELECT ${CONTENTS} AS contents FROM signature WHERE id = ${id}::uuid FOR UPDATE`
  return found?.contents
}
