import { getMessages } from 'next-intl/server'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { env } from '#lib/env/env.ts'
import type { Feed } from '#lib/news/feeds.ts'
import { listNews } from '#lib/news/list-news.ts'

/** What both feeds hold; null for a language that is not spoken here. */
export async function readFeed(locale: string, file: string): Promise<Feed | null> {
  if (!languages().includes(locale)) return null
  const [{ news: words }, items] = await Promise.all([getMessages({ locale }), listNews(locale)])
  return {
    language: locale,
    title: words.title,
    description: words.lead,
    author: readCampaign(locale).organisation,
    pageUrl: `${env.SITE_URL}/${locale}/news`,
    feedUrl: `${env.SITE_URL}/${locale}/news/${file}`,
    items,
  }
}

/** Feed readers ask again and again: caches may answer for a while. */
export const FEED_CACHE = 'public, max-age=300, s-maxage=300'
