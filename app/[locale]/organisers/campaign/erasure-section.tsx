import { getTranslations } from 'next-intl/server'
import { ErasureSection as Erasure } from '#components/organisers/campaign/ErasureSection.tsx'
import { ERASURE_NOTICE_DAYS, POSTPONE_MONTHS } from '#lib/content/periods.ts'
import { readErasure } from '#lib/retention/read-clock.ts'
import { formatDay } from '#lib/text/messages.ts'
import { postponeErasureAction } from './actions.ts'

/** When the addresses of signatories are erased; nothing while nothing has begun. */
export async function ErasureSection({ locale }: { locale: string }) {
  const [t, erasure] = await Promise.all([
    getTranslations({ locale, namespace: 'organisers.campaign.erasure' }),
    readErasure(),
  ])
  if (!erasure) return null
  const { at, because, mayPostpone } = erasure
  const button = t('button', { months: POSTPONE_MONTHS })
  return (
    <Erasure
      heading={t('heading')}
      sentences={[
        t('when', { date: formatDay(locale, at) }),
        t(`because.${because}`),
        t('once', { months: POSTPONE_MONTHS, days: ERASURE_NOTICE_DAYS }),
      ]}
      postpone={mayPostpone ? { action: postponeErasureAction.bind(null, locale), button } : null}
    />
  )
}
