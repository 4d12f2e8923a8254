import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getMessages } from 'next-intl/server'
import { BackToNews } from '#components/news/BackToNews.tsx'
import { NewsArticle } from '#components/news/NewsArticle.tsx'
import { Page } from '#components/ui/Page.tsx'
import { countryName } from '#lib/text/countries.ts'
import { formatDay } from '#lib/text/messages.ts'
import { pageMetadata } from '../../../page-metadata.ts'
import { CampaignPage } from '../../campaign-page.tsx'
import { knownLocale } from '../../known-locale.ts'
import { ProblemPage } from '../../problem-page.tsx'
import { SigningCall } from '../../signing-call.tsx'
import { findNews } from './find-news.ts'
import { NewsFacts } from './news-facts.tsx'

export async function generateMetadata({ params }: PageProps<'/[locale]/news/[slug]'>) {
  const locale = await knownLocale(params)
  const item = await findNews((await params).slug, locale)
  if (!item || item === 'unavailable') return {}
  const { slug, title, summary } = item
  return pageMetadata(locale, `/news/${slug}`, { title, description: summary })
}

/** One piece of news, or what a government answered. */
export default async function NewsItemPage({ params }: PageProps<'/[locale]/news/[slug]'>) {
  const locale = await knownLocale(params)
  const { slug } = await params
  await connection()
  const item = await findNews(slug, locale)
  if (!item) notFound()
  const path = `/news/${slug}`
  if (item === 'unavailable') return <ProblemPage locale={locale} path={path} problem="error" />

  const { title, day, blocks, source, answer } = item
  const { news: words } = await getMessages({ locale })
  const mark = answer && `${words.answerOf} ${countryName(answer.country, locale)}`
  return (
    <CampaignPage locale={locale} path={path}>
      <NewsFacts item={item} locale={locale} />
      <Page title={title} lead={[formatDay(locale, day), mark].filter(Boolean).join(' · ')}>
        <NewsArticle blocks={blocks} answer={answer} source={source} words={words} />
        <BackToNews href={`/${locale}/news`} words={words} />
      </Page>
      <SigningCall locale={locale} />
    </CampaignPage>
  )
}
