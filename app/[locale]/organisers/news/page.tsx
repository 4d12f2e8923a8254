import { getMessages } from 'next-intl/server'
import { Notice } from '#components/organisers/common/Notice.tsx'
import { NewsTable } from '#components/organisers/news/NewsTable.tsx'
import { Button } from '#components/ui/Button.tsx'
import { listWrittenNews } from '#lib/news/read-drafts.ts'
import { formatDay } from '#lib/text/messages.ts'
import { isoDay } from '#lib/time/iso-day.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { beginNewsAction } from './actions.ts'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.news)

/** News written in the console, and a new one. */
export default async function NewsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/news'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-news', locale)
  const { notice } = await searchParams
  const [{ organisers }, items] = await Promise.all([getMessages({ locale }), listWrittenNews()])
  const words = organisers.news
  return (
    <ConsolePage locale={locale} organiser={organiser} section="news" lead={words.lead}>
      <Notice code={notice} words={words.outcomes} />
      <form action={beginNewsAction.bind(null, locale)}>
        <Button type="submit">{words.begin}</Button>
      </form>
      <NewsTable
        label={organisers.navigation.news}
        items={items.map(({ id, state, isAhead, revision }) => ({
          href: `/${locale}/organisers/news/${id}`,
          title: revision.texts[locale]?.title || words.untitled,
          kind: words.form.kinds[revision.kind],
          state: words.states[isAhead ? 'ahead' : state],
          day: isoDay.safeParse(revision.day).success ? formatDay(locale, revision.day) : '–',
        }))}
        words={words.list}
      />
    </ConsolePage>
  )
}
