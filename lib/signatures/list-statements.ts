import { database } from '#lib/database/client.ts'
import { forReaders } from '#lib/database/for-readers.ts'
import { readCursor, writeCursor } from './list-cursor.ts'
import { PUBLIC_COLUMNS, toPublicSignatory } from './public-signatory.ts'

const STATEMENTS_PER_PAGE = 30

/** Approved statements of those who are shown, newest first, a page of `limit` at a time. */
export async function listStatements(after?: string, limit = STATEMENTS_PER_PAGE) {
  const place = readCursor(after)
  const rows = await forReaders(() =>
    database.signature.findMany({
      where: {
        status: 'confirmed',
        isPublic: true,
        isHidden: false,
        statementStatus: 'approved',
        ...(place && {
          OR: [{ confirmedAt: { lt: place.at } }, { confirmedAt: place.at, id: { lt: place.id } }],
        }),
      },
      orderBy: [{ confirmedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      select: PUBLIC_COLUMNS,
    }),
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const hasMore = rows.length > page.length
  return {
    signatories: page.map(toPublicSignatory),
    next: hasMore && last?.confirmedAt ? writeCursor({ at: last.confirmedAt, id: last.id }) : null,
  }
}
