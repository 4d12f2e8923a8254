import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { columnName } from '#lib/database/column-names.ts'
import { Prisma, type Signature } from '#lib/database/types.ts'
import { keyedHash } from '#lib/security/tokens.ts'
import { readCursor, writeCursor } from '#lib/signatures/list-cursor.ts'
import { CONTENTS } from './content-hash.ts'
import { type Filters, filtersOf, type TableQuery } from './filters.ts'
import { filtersToSql } from './filters-to-sql.ts'

/** Rows of one page of the table. */
export const ROWS_PER_PAGE = 50

/** One row of the organisers' table. */
export type ListedSignature = Pick<Signature, (typeof COLUMNS)[number] | 'holdReasons'> & {
  /** Hash of what is shown of it (content-hash.ts). */
  contents: string
  /** Why readers reported it: codes, each once. */
  reports: string[]
}

/** One page, newest first, with the cursors of its neighbours where there are any. */
export type TablePage = {
  signatures: ListedSignature[]
  next: string | null
  previous: string | null
}

/**
 * The signatures that an organiser asks for. A page is found by its key, so the last one costs what
 * the first does. That they were seen stands in the audit log.
 */
export async function listSignatures(organiser: Organiser, query: TableQuery): Promise<TablePage> {
  const page = await readPage(query)
  await recordAuditEvent({
    by: organiser,
    kind: 'signatures-seen',
    rows: page.signatures.length,
    details: traceOf(filtersOf(query)),
  })
  return page
}

/** Filters as the audit log keeps them: what was typed may be a name, and is there as a keyed hash. */
export function traceOf({ q, ...filters }: Filters) {
  return { filters: { ...filters, ...(q && { q: keyedHash('organiser-search', q) }) } }
}

/** One page of the table, without the audit log. */
export async function readPage(query: TableQuery): Promise<TablePage> {
  const isBackwards = !query.after && readCursor(query.before) !== null
  const rows = await selectRows(query, isBackwards)
  const page = rows.slice(0, ROWS_PER_PAGE)
  if (isBackwards) page.reverse()
  const hasMore = rows.length > ROWS_PER_PAGE
  const hasCome = readCursor(query.after ?? query.before) !== null
  return {
    signatures: page,
    next: isBackwards || hasMore ? cursorOf(page.at(-1)) : null,
    previous: (isBackwards ? hasMore : hasCome) ? cursorOf(page[0]) : null,
  }
}

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
  'submittedAt',
] as const satisfies (keyof Signature)[]

const SELECTED = Prisma.raw(COLUMNS.map(column => `signature.${columnName(column)}`).join(', '))

function selectRows(query: TableQuery, isBackwards: boolean) {
  const place = readCursor(query.after ?? query.before)
  const isBeyond = isBackwards ? Prisma.raw('>') : Prisma.raw('<')
  const order = isBackwards ? Prisma.raw('ASC') : Prisma.raw('DESC')
  const key = Prisma.sql`(signature.submitted_at, signature.id)`
  return database.$queryRaw<ListedSignature[]>`
    SELECT ${SELECTED}, hold_reasons::text[], ${CONTENTS} AS contents,
      ARRAY(SELECT DISTINCT reason FROM name_report r
        WHERE r.signature_id = signature.id AND r.decided_at IS NULL) AS reports
    FROM signature
    WHERE ${filtersToSql(query)}
      ${place ? Prisma.sql`AND ${key} ${isBeyond} (${place.at}, ${place.id}::uuid)` : Prisma.empty}
    ORDER BY signature.submitted_at ${order}, signature.id ${order}
    LIMIT ${ROWS_PER_PAGE + 1}`
}

function cursorOf(row: ListedSignature | undefined) {
  return row ? writeCursor({ at: row.submittedAt, id: row.id }) : null
}
