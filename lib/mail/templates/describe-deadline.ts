import { timeZone } from '#lib/content/campaign.ts'
import { formatTime, type translator } from '#lib/text/messages.ts'

/** Until when a confirmation counts, where signing closes before its link ends. */
export function describeDeadline(t: ReturnType<typeof translator>, locale: string, until: Date) {
  const zone = timeZone()
  return t('mail.confirm.until', { date: formatTime(locale, until, zone), timeZone: zone })
}
