import { type Block, plainText } from '#lib/content/blocks.ts'
import { database } from '#lib/database/client.ts'
import { forReaders } from '#lib/database/for-readers.ts'
import { env } from '#lib/env/env.ts'
import { contentNewsSlugs, readContentNews } from './content-news.ts'
import type { NewsItem } from './news-item.ts'
import { newsItemIn } from './news-revision.ts'

/** More than any campaign has written; the oldest beyond it are still at their addresses. */
const MOST_LISTED = 500

/** A piece of news as lists and feeds want it. */
export type ListedNews = NewsItem & {
  /** Its first paragraph in plain words, for a list or a search engine. */
  summary: string
  /** Its path on this site. */
  path: string
  /** Its whole address. */
  url: string
}

/**
 * News and answers of governments in a language, newest day first: those of content/news/, and those
 * published in the console. A build, which has no database, sees the former alone.
 */
export async function listNews(language: string): Promise<ListedNews[]> {
  const written = env.isBuild ? [] : await readPublished(language)
  const files = contentNewsSlugs().map(slug => readContentNews(slug, language))
  return [...written, ...files]
    .sort((a, b) => compare(b.day, a.day) || compare(b.slug, a.slug))
    .map(item => listed(item, language))
}

/** One piece of news by its address; null where there is none that readers may see. */
export async function readNews(slug: string, language: string): Promise<ListedNews | null> {
  if (contentNewsSlugs().includes(slug)) return listed(readContentNews(slug, language), language)
  if (env.isBuild) return null
  const row = await forReaders(() =>
    database.newsItem.findUnique({ where: { slug, state: 'published' } }),
  )
  return row && listed(newsItemIn(row.published, slug, language), language)
}

async function readPublished(language: string) {
  const rows = await forReaders(() =>
    database.newsItem.findMany({
      where: { state: 'published' },
      orderBy: { slug: 'desc' },
      take: MOST_LISTED,
      select: { slug: true, published: true },
    }),
  )
  return rows.map(({ slug, published }) => newsItemIn(published, slug ?? '', language))
}

function listed(item: NewsItem, language: string): ListedNews {
  const path = `/${language}/news/${item.slug}`
  return { ...item, summary: summaryOf(item.blocks), path, url: `${env.SITE_URL}${path}` }
}

function compare(a: string, b: string) {
  return a < b ? -1 : Number(a > b)
}

/** About two lines in a list or a search engine, in characters. */
const LONGEST_SUMMARY = 200

/** The first paragraph as plain words, cut between two of them where it is long. */
function summaryOf(blocks: Block[]) {
  const paragraph = blocks.find(block => block.kind === 'paragraph')
  const text = paragraph ? plainText(paragraph.children).trim() : ''
  if (text.length <= LONGEST_SUMMARY) return text
  return `${text.slice(0, LONGEST_SUMMARY).replace(/(\s+\S*|\p{Cs})$/u, '')}…`
}
