import { getMessages, getTranslations } from 'next-intl/server'
import { MailWishForm } from '#components/organisers/account/MailWishForm.tsx'
import type { Organiser } from '#lib/access/organiser.ts'
import { OVERDUE_AFTER_HOURS } from '#lib/moderation/queue-age.ts'
import { readMailWishes } from '#lib/organisers/people/mail-wishes.ts'
import { saveAlertsAction, saveDigestAction } from './actions.ts'

/** What one is mailed: what happens, for owners, and the week in numbers, for everyone. */
export async function MailWishes({ locale, organiser }: { locale: string; organiser: Organiser }) {
  const { account: words } = (await getMessages({ locale })).organisers
  const t = await getTranslations({ locale, namespace: 'organisers.account' })
  const { wantsAlerts, wantsDigest } = await readMailWishes(organiser)
  return (
    <>
      {organiser.role === 'owner' && (
        <MailWishForm
          id="alerts"
          save={saveAlertsAction.bind(null, locale)}
          wants={wantsAlerts}
          lead={t('alerts.lead', { hours: OVERDUE_AFTER_HOURS })}
          words={words.alerts}
        />
      )}
      <MailWishForm
        id="digest"
        save={saveDigestAction.bind(null, locale)}
        wants={wantsDigest}
        lead={words.digest.lead}
        words={words.digest}
      />
    </>
  )
}
