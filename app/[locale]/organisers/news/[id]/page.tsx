import { notFound } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { z } from 'zod'
import { Notice } from '#components/organisers/common/Notice.tsx'
import { PublishNews } from '#components/organisers/news/PublishNews.tsx'
import { readWrittenNews } from '#lib/news/read-drafts.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { ConsolePage } from '../../console-page.tsx'
import { discardNewsAction, moveNewsAction } from '../actions.ts'
import { PreviewSection } from './preview-section.tsx'
import { TextSection } from './text-section.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.news)

/** One piece of news: written, looked at, published, withdrawn. */
export default async function WrittenNewsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/news/[id]'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-news', locale)
  const { data: id } = z.uuid().safeParse((await params).id)
  const item = id ? await readWrittenNews(id) : null
  if (!item) notFound()
  const { news: words } = (await getMessages({ locale })).organisers
  const { state, slug, isAhead, revision } = item
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="news"
      path={`/organisers/news/${id}`}
      title={revision.texts[locale]?.title || words.untitled}
      lead={words.states[isAhead ? 'ahead' : state]}
    >
      <Notice code={(await searchParams).notice} words={words.outcomes} />
      <TextSection locale={locale} item={item} />
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
