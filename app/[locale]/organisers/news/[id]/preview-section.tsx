import { getMessages } from 'next-intl/server'
import { NewsPreview } from '#components/organisers/news/NewsPreview.tsx'
import { languages } from '#lib/content/languages.ts'
import { mistakesIn } from '#lib/news/mistakes.ts'
import { newsItemIn } from '#lib/news/news-revision.ts'
import type { WrittenNews } from '#lib/news/read-drafts.ts'
import { countryName } from '#lib/text/countries.ts'
import { formatDay, readMessages } from '#lib/text/messages.ts'

type PreviewSectionProps = { locale: string; item: WrittenNews }

/** What is written, as readers of each language will see it; nothing until it is complete. */
export async function PreviewSection({ locale, item }: PreviewSectionProps) {
  const { news } = (await getMessages({ locale })).organisers
  const isComplete = mistakesIn(item.revision).size === 0
  const shown = isComplete ? languages().map(language => previewIn(item, language)) : []
  return <NewsPreview items={shown} words={news.preview} />
}

function previewIn({ id, revision }: WrittenNews, language: string) {
  const { title, day, blocks, source, answer } = newsItemIn(revision, id, language)
  const { news: words } = readMessages(language)
  const mark = answer && `${words.answerOf} ${countryName(answer.country, language)}`
  const lead = [formatDay(language, day), mark].filter(Boolean).join(' · ')
  return { language, title, lead, blocks, source, answer, words }
}
