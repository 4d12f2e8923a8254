import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { languages } from '#lib/content/languages.ts'
import { database } from '#lib/database/client.ts'
import { withLock } from '#lib/database/locks.ts'
import type { NewsItem, Prisma } from '#lib/database/types.ts'
import { contentNewsSlugs } from './content-news.ts'
import { mistakesIn } from './mistakes.ts'
import { readNewsRevision } from './news-revision.ts'
import { slugOf } from './news-slug.ts'
import type { ReadNews } from './read-drafts.ts'
import { mayMoveNews, NEWS_MOVES, type NewsMove } from './states.ts'

/** Outcome of a transition. */
export type MoveNewsOutcome = {
  outcome: 'published' | 'withdrawn' | 'incomplete' | 'changed' | 'not-possible'
}

/**
 * Publishes the revision that the organiser read, or unpublishes it. Only a revision that is complete in every
 * language and has not changed meanwhile is published; its slug is assigned then and stays.
 */
export async function moveNews(
  organiser: Organiser,
  { id, changedAt }: ReadNews,
  name: NewsMove,
  now = new Date(),
): Promise<MoveNewsOutcome> {
  return database.$transaction<MoveNewsOutcome>(async transaction => {
    await withLock(transaction, 'news')
    const item = await transaction.newsItem.findUnique({ where: { id } })
    if (!item || !mayMoveNews(item.state, name)) return { outcome: 'not-possible' }
    const { to } = NEWS_MOVES[name]
    if (to === 'published') {
      if (item.changedAt.toISOString() !== changedAt) return { outcome: 'changed' }
      if (mistakesIn(readNewsRevision(item.draft)).size > 0) return { outcome: 'incomplete' }
    }
    const shown = to === 'published' ? await publication(transaction, item, now) : {}
    await transaction.newsItem.update({ where: { id }, data: { state: to, ...shown } })
    const kind = `news-${to}` as const
    await recordAuditEvent({ by: organiser, kind, subject: id }, transaction)
    return { outcome: to }
  })
}

async function publication(transaction: Prisma.TransactionClient, item: NewsItem, now: Date) {
  const written = readNewsRevision(item.draft)
  return {
    published: written,
    publishedAt: now,
    slug: item.slug ?? (await freeSlug(transaction, written)),
  }
}

/** Others of the same day and title are told apart by a number. */
async function freeSlug(
  transaction: Prisma.TransactionClient,
  { day, texts }: ReturnType<typeof readNewsRevision>,
) {
  const [authoritative = ''] = languages()
  const base = slugOf(day, texts[authoritative]?.title ?? '')
  const rows = await transaction.newsItem.findMany({
    where: { slug: { startsWith: base } },
    select: { slug: true },
  })
  const taken = new Set([...contentNewsSlugs(), ...rows.map(({ slug }) => slug)])
  let slug = base
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`
  return slug
}
