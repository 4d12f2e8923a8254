import type { TimelineEntry } from '#components/news/NewsTimeline.tsx'
import type { ListedNews } from '#lib/news/list-news.ts'
import { countryName } from '#lib/text/countries.ts'
import { dayInWords } from '#lib/text/words.ts'

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
    dayInWords: dayInWords(locale, day),
    answer: answer && { ...answer, country: countryName(answer.country, locale) },
  }
}
