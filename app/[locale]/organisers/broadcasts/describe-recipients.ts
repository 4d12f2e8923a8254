import { getTranslations } from 'next-intl/server'
import { countRecipients } from '#lib/broadcasts/count-recipients.ts'
import type { ShownBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { languages } from '#lib/content/languages.ts'
import { readMessages } from '#lib/text/messages.ts'
import { formatterIn } from '../formatter.ts'

/** How many get it, in which languages, and how long that takes. */
export async function describeRecipients(
  locale: string,
  broadcast: ShownBroadcast,
  mailsPerHour: number,
) {
  const [t, format, { total, byLanguage }] = await Promise.all([
    getTranslations({ locale, namespace: 'organisers.broadcasts' }),
    formatterIn(locale),
    countRecipients(broadcast),
  ])
  const parts = byLanguage.map(row =>
    t('send.ofLanguage', { language: nameOf(row.locale), count: format.number(row.count) }),
  )
  const minutes = Math.max(1, Math.ceil((total / mailsPerHour) * 60))
  return [
    [t('send.recipients', { count: total }), ...parts].join(' · '),
    ...(total > 0 ? [t('send.takes', { minutes, rate: format.number(mailsPerHour) })] : []),
  ]
}

function nameOf(language: string) {
  return languages().includes(language) ? readMessages(language).site.languageName : language
}
