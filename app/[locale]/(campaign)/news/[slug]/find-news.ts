import { cache } from 'react'
import { type ListedNews, readNews } from '#lib/news/list-news.ts'
import { dayOfSlug } from '#lib/news/news-slug.ts'

/**
 * What is at an address, once for a request.
 * @returns null where nothing is that readers may see; 'unavailable' when that cannot be known now.
 */
export const findNews = cache(
  async (slug: string, locale: string): Promise<ListedNews | 'unavailable' | null> =>
    dayOfSlug(slug) ? readNews(slug, locale).catch(() => 'unavailable' as const) : null,
)
