import { getTranslations } from 'next-intl/server'
import type { CampaignRun } from '#lib/campaign/campaign-run.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { formatTime } from '#lib/text/messages.ts'

type PauseFactsProps = { locale: string; run: CampaignRun; isFramed: boolean }

/** Till when signing is paused, where that is known, and what can be done meanwhile. */
export async function PauseFacts({ locale, run: { opensAt }, isFramed }: PauseFactsProps) {
  const t = await getTranslations({ locale, namespace: 'form.paused' })
  const zone = timeZone()
  return (
    <div>
      {opensAt && <p>{t('until', { date: formatTime(locale, opensAt, zone), timeZone: zone })}</p>}
      <p>{t('sent')}</p>
      {!isFramed && (
        <p>
          <a href={`/${locale}/spread`}>{t('meanwhile')}</a>
        </p>
      )}
    </div>
  )
}
