import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { keyedHash } from '#lib/security/tokens.ts'
import { type Filters, filtersOf, type TableQuery } from '#lib/signatures/filters/filters.ts'
import { readCursor, writeCursor } from '#lib/signatures/list-cursor.ts'
import { type ListedSignature, selectRows } from './queries/signatures.ts'

export type { ListedSignature }

/** Rows of one page of the table. */
export const ROWS_PER_PAGE = 50

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
  const place = readCursor(query.after ?? query.before)
  const rows = await selectRows(query, { place, isBackwards, most: ROWS_PER_PAGE + 1 })
  const page = rows.slice(0, ROWS_PER_PAGE)
  if (isBackwards) page.reverse()
  const hasMore = rows.length > ROWS_PER_PAGE
  return {
    signatures: page,
    next: isBackwards || hasMore ? cursorOf(page.at(-1)) : null,
    previous: (isBackwards ? hasMore : place !== null) ? cursorOf(page[0]) : null,
  }
}

function cursorOf(row: ListedSignature | undefined) {
  return row ? writeCursor({ at: row.submittedAt, id: row.id }) : null
}
