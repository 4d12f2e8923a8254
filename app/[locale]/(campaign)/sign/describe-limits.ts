import { getTranslations } from 'next-intl/server'
import { CONFIRMATION_MAIL_LIMITS } from '#lib/suppression/mail-limits.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'

/** Which mail may come, and which to open when none does: true for every address alike. */
export async function describeLimits(locale: string) {
  const t = await getTranslations({ locale, namespace: 'checkMail' })
  const [soon, day, ever] = CONFIRMATION_MAIL_LIMITS
  return t('limits', {
    minutes: soon.withinMs / MINUTE_MS,
    daily: day.mails,
    ever: ever.mails,
  })
}
