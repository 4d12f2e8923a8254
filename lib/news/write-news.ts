import { z } from 'zod'
import type { Organiser } from '#lib/access/organiser.ts'
import { lastWriter } from '#lib/audit/last-writer.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { storable } from '#lib/content/typed-text.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { localDay } from '#lib/time/zoned-time.ts'
import { LONGEST_KEPT } from './mistakes.ts'
import { type NewsRevision, readNewsRevision } from './news-revision.ts'
import { type ReadNews, readWrittenNews } from './read-drafts.ts'

/** Outcome of saving a draft; drafts are saved with any mistakes and validated when shown. */
export type WriteNewsOutcome =
  | { outcome: 'written' | 'unknown' }
  | {
      outcome: 'changed'
      /** Address of who has written something else since; null where she is no organiser any more. */
      by: string | null
    }

/** Creates a draft of a piece of news, dated today. Resolves to its id. */
export async function beginNews(organiser: Organiser, now = new Date()) {
  return database.$transaction(async transaction => {
    const written = readNewsRevision({ day: localDay(now, timeZone()) })
    const { id } = await transaction.newsItem.create({
      data: { draft: written, authorId: organiser.id, createdAt: now, changedAt: now },
    })
    await record(transaction, organiser, 'news-begun', id)
    return id
  })
}

/**
 * Saves the draft if its revision is still the one that its organiser read. Readers see it once it is
 * published.
 */
export async function writeNews(
  organiser: Organiser,
  read: ReadNews,
  typed: unknown,
  now = new Date(),
): Promise<WriteNewsOutcome> {
  const written = tidied(readNewsRevision(typed))
  if (await keep(organiser, read, written, now)) return { outcome: 'written' }
  const found = await readWrittenNews(read.id)
  if (!found) return { outcome: 'unknown' }
  // A repeated submission of the same text is no conflict.
  if (JSON.stringify(found.revision) === JSON.stringify(written)) return { outcome: 'written' }
  return { outcome: 'changed', by: await lastWriter('news-written', read.id) }
}

/** Deletes a draft that was never published. Resolves to whether there was one. */
export async function discardNews(organiser: Organiser, id: string) {
  return database.$transaction(async transaction => {
    const { count } = await transaction.newsItem.deleteMany({ where: { id, state: 'draft' } })
    if (count > 0) await record(transaction, organiser, 'news-discarded', id)
    return count > 0
  })
}

/** Resolves to whether the revision was still the one that was read. */
function keep(organiser: Organiser, { id, changedAt }: ReadNews, written: NewsRevision, now: Date) {
  return database.$transaction(async transaction => {
    const { data: readAt } = z.iso.datetime().safeParse(changedAt)
    if (!readAt) return false
    const { count } = await transaction.newsItem.updateMany({
      where: { id, changedAt: readAt },
      data: { draft: written, changedAt: now },
    })
    if (count > 0) await record(transaction, organiser, 'news-written', id)
    return count > 0
  })
}

function tidied({ kind, day, source, country, texts }: NewsRevision): NewsRevision {
  const line = (text: string) => tidy(text).replace(/\s+/g, ' ')
  return {
    kind,
    day: line(day),
    source: line(source),
    country: line(country),
    texts: Object.fromEntries(
      Object.entries(texts).map(([language, { title, body, who, quote }]) => [
        language,
        {
          title: line(title),
          body: tidy(body).replaceAll('\r\n', '\n'),
          who: line(who),
          quote: line(quote),
        },
      ]),
    ),
  }
}

function tidy(text: string) {
  return storable(text.trim(), LONGEST_KEPT)
}

function record(
  transaction: Prisma.TransactionClient,
  organiser: Organiser,
  kind: 'news-begun' | 'news-written' | 'news-discarded',
  subject: string,
) {
  return recordAuditEvent({ by: organiser, kind, subject }, transaction)
}
