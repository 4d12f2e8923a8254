import { createFormatter } from 'next-intl'
import { readWords } from '#lib/words.ts'

/** Dates and numbers as `dateLocale` of a language writes them: "21 Nov 2026, 20:15". */
export function formatterIn(locale: string) {
  return createFormatter({ locale: readWords(locale).site.dateLocale, timeZone: 'UTC' })
}
