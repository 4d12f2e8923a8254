import { database } from '#lib/database/client.ts'
import type { NewsItem } from '#lib/database/types.ts'
import { readNewsRevision } from './news-revision.ts'

const SHOWN_IN_CONSOLE = 100

/** A piece of news as the console shows it. */
export type WrittenNews = ReturnType<typeof toWritten>

/** A revision as its organiser read it: `changedAt` identifies it. */
export type ReadNews = Pick<WrittenNews, 'id' | 'changedAt'>

/** What was written in the console, the latest begun first. */
export async function listWrittenNews(): Promise<WrittenNews[]> {
  const rows = await database.newsItem.findMany({ orderBy: { id: 'desc' }, take: SHOWN_IN_CONSOLE })
  return rows.map(toWritten)
}

/** One of them, or null. */
export async function readWrittenNews(id: string): Promise<WrittenNews | null> {
  const row = await database.newsItem.findUnique({ where: { id } })
  return row && toWritten(row)
}

function toWritten({ id, state, slug, draft, changedAt, createdAt, publishedAt }: NewsItem) {
  return {
    id,
    state,
    slug,
    /** Identifies the revision: another one has another time. */
    changedAt: changedAt.toISOString(),
    revision: readNewsRevision(draft),
    /** Whether anybody has written on it yet. */
    isTouched: changedAt > createdAt,
    /** Whether readers see an earlier wording than the one that is written. */
    isAhead: state === 'published' && publishedAt !== null && changedAt > publishedAt,
  }
}
