import type { TimelineEntry } from '#components/news/NewsTimeline.tsx'
import type { ListedNews } from '#lib/news/list-news.ts'
import { countryName } from '#lib/text/countries.ts'
import { formatDay } from '#lib/text/messages.ts'

/** A piece of news in the words of a language, for the timeline. */
export function timelineEntry(
  { slug, path, title, summary, day, answer }: ListedNews,
  locale: string,
): TimelineEntry {
  return {
    slug,
    href: path,
    title,
    summary,
    day,
    formatDay: formatDay(locale, day),
    answer: answer && { ...answer, country: countryName(answer.country, locale) },
  }
}
