import { getMessages } from 'next-intl/server'
import { NewsTimeline } from '#components/news/NewsTimeline.tsx'
import { NoAnswers } from '#components/news/NoAnswers.tsx'
import { Page } from '#components/ui/Page.tsx'
import { listNews } from '#lib/news/list-news.ts'
import { pageMetadata } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'
import { knownLocale } from '../known-locale.ts'
import { timelineEntry } from './timeline-entry.ts'

// Seconds, as on the letter's page. Next wants a literal here.
export const revalidate = 10

export async function generateMetadata({ params }: PageProps<'/[locale]/news'>) {
  const locale = await knownLocale(params)
  const { title, lead } = (await getMessages({ locale })).news
  const metadata = pageMetadata(locale, '/news', { title, description: lead })
  const types = {
    'application/atom+xml': `/${locale}/news/atom.xml`,
    'application/feed+json': `/${locale}/news/feed.json`,
  }
  return { ...metadata, alternates: { ...metadata.alternates, types } }
}

/** What happened to the letter, and what governments answered. */
export default async function NewsPage({ params }: PageProps<'/[locale]/news'>) {
  const locale = await knownLocale(params)
  const [{ news: words }, news] = await Promise.all([getMessages({ locale }), listNews(locale)])
  return (
    <CampaignPage locale={locale} path="/news">
      <Page title={words.title} lead={words.lead}>
        <NewsTimeline
          entries={news.map(item => timelineEntry(item, locale))}
          level={2}
          words={words}
        />
        {!news.some(({ kind }) => kind === 'answer') && <NoAnswers words={words.noAnswers} />}
      </Page>
    </CampaignPage>
  )
}
