import { getTranslations } from 'next-intl/server'
import type { CampaignRun } from '#lib/campaign/campaign-run.ts'
import { closingMoment } from '#lib/campaign/confirmation-deadline.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { formatTime } from '#lib/text/messages.ts'

/** Until when one can sign, by the campaign's clocks; null where no end is set. */
export async function describeClosing(locale: string, run: CampaignRun) {
  const closesAt = closingMoment(run)
  if (!closesAt || closesAt <= new Date()) return null
  const t = await getTranslations({ locale, namespace: 'form' })
  return t('closesOn', { date: formatTime(locale, closesAt, timeZone()), timeZone: timeZone() })
}
