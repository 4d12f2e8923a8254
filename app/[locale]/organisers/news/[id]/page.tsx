import { notFound } from 'next/navigation'
import { getMessages, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { mistakesIn } from '#lib/news/mistakes.ts'
import { readWrittenNews, type WrittenNews } from '#lib/news/written-news.ts'
import { countriesIn } from '#lib/signatures/countries.ts'
import { readWords } from '#lib/words.ts'
import { NewsForm } from '../../../../../components/organisers/news/NewsForm.tsx'
import { PublishNews } from '../../../../../components/organisers/news/PublishNews.tsx'
import { Said } from '../../../../../components/organisers/Said.tsx'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedMetadata } from '../../../(campaign)/page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { ConsolePage } from '../../console-page.tsx'
import { discardNewsAction, moveNewsAction, writeNewsAction } from '../actions.ts'
import { PreviewSection } from './preview-section.tsx'

type PageProps = {
  params: Promise<{ locale: string; id: string }>
  searchParams: Promise<{ said?: string | string[] }>
}

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await params
  return unlistedMetadata((await getMessages({ locale })).organisers.rooms.news)
}

/** One piece of news: written, looked at, published, withdrawn. */
export default async function WrittenNewsPage({ params, searchParams }: PageProps) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-news', locale)
  const { data: id } = z.uuid().safeParse((await params).id)
  const item = id ? await readWrittenNews(id) : null
  if (!item) notFound()
  const { organisers, form } = await getMessages({ locale })
  const { news: words } = organisers
  const { state, slug, isAhead, edition } = item
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      room="news"
      path={`/organisers/news/${id}`}
      title={edition.texts[locale]?.title || words.untitled}
      lead={words.states[isAhead ? 'ahead' : state]}
    >
      <Said code={(await searchParams).said} words={words.said} />
      <NewsForm
        {...edition}
        id={item.id}
        texts={Object.entries(edition.texts).map(([language, text]) => ({
          language,
          name: readWords(language).site.languageName,
          text,
        }))}
        countries={countriesIn(locale)}
        errors={await errorsInWords(locale, item)}
        action={writeNewsAction.bind(null, locale)}
        words={{
          ...words.form,
          country: form.country.label,
          typedBack: organisers.frame.typedBack,
        }}
      />
      <PreviewSection locale={locale} item={item} />
      <PublishNews
        id={item.id}
        changedAt={item.changedAt}
        state={state}
        href={state === 'published' ? `/${locale}/news/${slug}` : null}
        move={moveNewsAction.bind(null, locale)}
        discard={discardNewsAction.bind(null, locale)}
        words={words.publish}
      />
    </ConsolePage>
  )
}

/** Nothing is wrong with what nobody has written yet. */
async function errorsInWords(locale: string, { isTouched, edition }: WrittenNews) {
  if (!isTouched) return {}
  const t = await getTranslations({ locale, namespace: 'organisers.news.mistakes' })
  const mistakes = [...mistakesIn(edition)]
  return Object.fromEntries(
    mistakes.map(([field, { code, lines }]) => [field, t(code, { lines: lines.join(', ') })]),
  )
}
