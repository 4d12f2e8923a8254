import { notFound } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { cache } from 'react'
import { contentNewsSlugs } from '#lib/news/content-news.ts'
import { readNews } from '#lib/news/list-news.ts'
import { dayOfSlug } from '#lib/news/news-slug.ts'
import { countryName } from '#lib/signatures/countries.ts'
import { dayInWords } from '#lib/words.ts'
import { CallToSign } from '../../../../../components/letter/CallToSign.tsx'
import { BackToNews } from '../../../../../components/news/BackToNews.tsx'
import { NewsArticle } from '../../../../../components/news/NewsArticle.tsx'
import { Page } from '../../../../../components/ui/Page.tsx'
import { CampaignPage } from '../../campaign-page.tsx'
import { knownLocale } from '../../known-locale.ts'
import { pageMetadata } from '../../page-metadata.ts'

type PageProps = { params: Promise<{ locale: string; slug: string }> }

// Seconds, as on the letter's page. Next wants a literal here.
export const revalidate = 10

/** News of the console is found at its first visit. */
export const dynamicParams = true

export function generateStaticParams() {
  return contentNewsSlugs().map(slug => ({ slug }))
}

export async function generateMetadata({ params }: PageProps) {
  const locale = await knownLocale(params)
  const item = await find((await params).slug, locale)
  if (!item) return {}
  const { slug, title, summary } = item
  return pageMetadata(locale, `/news/${slug}`, { title, description: summary })
}

/** One piece of news, or what a government answered. */
export default async function NewsItemPage({ params }: PageProps) {
  const locale = await knownLocale(params)
  const item = await find((await params).slug, locale)
  if (!item) notFound()
  const { slug, title, day, blocks, source, answer } = item
  const { news: words, pages } = await getMessages({ locale })
  const mark = answer && `${words.answerOf} ${countryName(answer.country, locale)}`
  return (
    <CampaignPage locale={locale} path={`/news/${slug}`}>
      <Page title={title} lead={[dayInWords(locale, day), mark].filter(Boolean).join(' · ')}>
        <NewsArticle blocks={blocks} answer={answer} source={source} words={words} />
        <BackToNews href={`/${locale}/news`} words={words} />
      </Page>
      <CallToSign href={`/${locale}#sign`} words={pages} />
    </CampaignPage>
  )
}

const find = cache(async (slug: string, locale: string) =>
  dayOfSlug(slug) ? readNews(slug, locale) : null,
)
