import { createFormatter } from 'next-intl'
import { timeZone } from '#lib/content/campaign.ts'
import { readMessages } from '#lib/text/messages.ts'

/**
 * Dates and numbers as `dateLocale` of a language writes them: "21 Nov 2026, 20:15". Times are those of
 * the campaign's own time zone, by which its days are counted.
 */
export function formatterIn(locale: string) {
  return createFormatter({ locale: readMessages(locale).site.dateLocale, timeZone: timeZone() })
}
