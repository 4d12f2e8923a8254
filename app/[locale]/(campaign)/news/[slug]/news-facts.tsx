import { readCampaign } from '#lib/content/campaign.ts'
import { env } from '#lib/env/env.ts'
import type { ListedNews } from '#lib/news/list-news.ts'
import { structuredData } from '#lib/sharing/structured-data.ts'

type NewsFactsProps = { item: ListedNews; locale: string }

/** What search engines read of a piece of news. Data, not a program: nothing runs it. */
export function NewsFacts({ item: { url, title, summary, day }, locale }: NewsFactsProps) {
  const data = structuredData({
    type: 'NewsArticle',
    url,
    title,
    description: summary,
    language: locale,
    date: day,
    organisation: readCampaign(locale).organisation,
    image: `${env.SITE_URL}/${locale}/social-image`,
    signatures: null,
  })
  return <script type="application/ld+json">{data}</script>
}
