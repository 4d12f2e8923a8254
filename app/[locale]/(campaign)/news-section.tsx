import { getMessages } from 'next-intl/server'
import { BackToNews } from '#components/news/BackToNews.tsx'
import { NewsTimeline } from '#components/news/NewsTimeline.tsx'
import { Section } from '#components/ui/Section.tsx'
import { listNews } from '#lib/news/list-news.ts'
import { timelineEntry } from './news/timeline-entry.ts'

/** News under the letter; the others are one link away. */
const SHOWN_NEWS = 2

/** The newest of what happened; nothing where nothing did, or while the database does not answer. */
export async function NewsSection({ locale }: { locale: string }) {
  const news = await listNews(locale).catch(() => [])
  if (news.length === 0) return null
  const { news: words } = await getMessages({ locale })
  return (
    <Section id="news" title={words.title} hasPulse>
      <NewsTimeline
        entries={news.slice(0, SHOWN_NEWS).map(item => timelineEntry(item, locale))}
        level={3}
        words={words}
      />
      <BackToNews href={`/${locale}/news`} words={words} />
    </Section>
  )
}
