import { getTranslations } from 'next-intl/server'
import { readCampaignRunIfAble } from '#lib/campaign/campaign-run.ts'
import {
  CONFIRMING_HOURS,
  closingMoment,
  confirmationDeadline,
  finalCountAt,
} from '#lib/campaign/confirmation-deadline.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { confirmationLinkDays } from '#lib/signatures/confirmation-link.ts'
import { formatTime } from '#lib/text/messages.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'

/** How long the link of a mail that goes out now works: until its own end, or as long as closing lets it. */
export async function describeLifetime(locale: string, now = new Date()) {
  const [t, run] = await Promise.all([
    getTranslations({ locale, namespace: 'checkMail' }),
    readCampaignRunIfAble(),
  ])
  const days = confirmationLinkDays()
  const closedAt = closingMoment(run)
  const deadline = closedAt && confirmationDeadline(closedAt, now)
  if (!closedAt || !deadline || deadline.getTime() > now.getTime() + days * DAY_MS)
    return t('lifetime', { days })
  const zone = timeZone()
  const said = (moment: Date) => formatTime(locale, moment, zone)
  if (now < closedAt)
    return t('lifetimeUntil', { closes: said(closedAt), until: said(deadline), timeZone: zone })
  const last = { until: said(finalCountAt(closedAt)), timeZone: zone }
  if (now < finalCountAt(closedAt)) return t('lifetimeLate', { hours: CONFIRMING_HOURS, ...last })
  return t('lifetimeOver', last)
}
