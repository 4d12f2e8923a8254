import { getTranslations } from 'next-intl/server'
import { RECENT_DAYS, readFrequency } from '#lib/broadcasts/read-broadcasts.ts'
import { formatterIn } from '../formatter.ts'

/** How often signatories were written to of late, for who is about to write again. */
export async function describeFrequency(locale: string) {
  const [t, format, { lastAt, recent }] = await Promise.all([
    getTranslations({ locale, namespace: 'organisers.broadcasts.frequency' }),
    formatterIn(locale),
    readFrequency(),
  ])
  if (!lastAt) return t('never')
  const day = format.dateTime(lastAt, { dateStyle: 'long' })
  return t('last', { day, count: recent, days: RECENT_DAYS })
}
