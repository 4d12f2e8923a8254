import { localDay } from '#lib/campaign/zoned-time.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { timeZone } from '#lib/letter/campaign.ts'
import { storable } from '#lib/letter/typed-text.ts'
import type { Organiser } from '#lib/organisers/organiser.ts'
import { recordDeed } from '#lib/organisers/trail/record-deed.ts'
import { type Edition, readEdition } from './edition.ts'
import { LONGEST_KEPT } from './mistakes.ts'

/** What came of writing; what is written is kept however wrong it is, and judged when it is shown. */
export type WriteNewsOutcome = { outcome: 'written' | 'unknown' }

/** Begins a piece of news, of today. Resolves to its id. */
export async function beginNews(organiser: Organiser, now = new Date()) {
  return database.$transaction(async transaction => {
    const written = readEdition({ day: localDay(now, timeZone()) })
    const { id } = await transaction.newsItem.create({
      data: { written, writtenById: organiser.id, createdAt: now, changedAt: now },
    })
    await record(transaction, organiser, 'news-begun', id)
    return id
  })
}

/** Keeps what was typed. Readers see it when it is published, also where they see an earlier one. */
export async function writeNews(
  organiser: Organiser,
  id: string,
  typed: unknown,
  now = new Date(),
): Promise<WriteNewsOutcome> {
  return database.$transaction(async transaction => {
    const { count } = await transaction.newsItem.updateMany({
      where: { id },
      data: { written: tidied(readEdition(typed)), changedAt: now },
    })
    if (count === 0) return { outcome: 'unknown' }
    await record(transaction, organiser, 'news-written', id)
    return { outcome: 'written' }
  })
}

/** Throws away what no reader ever saw. Resolves to whether it was such a draft. */
export async function discardNews(organiser: Organiser, id: string) {
  return database.$transaction(async transaction => {
    const { count } = await transaction.newsItem.deleteMany({ where: { id, state: 'draft' } })
    if (count > 0) await record(transaction, organiser, 'news-discarded', id)
    return count > 0
  })
}

function tidied({ kind, day, source, country, texts }: Edition): Edition {
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
  return recordDeed({ by: organiser, kind, subject }, transaction)
}
