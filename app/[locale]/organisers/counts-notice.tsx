import { getTranslations } from 'next-intl/server'
import { NoticeList } from '#components/organisers/common/NoticeList.tsx'
import { readCountsNotice } from '#lib/signatures/check-counts.ts'
import { formatterIn } from './formatter.ts'

/** Says for a week that the daily comparison found counts wrong; nothing when all were right. */
export async function CountsNotice({ locale }: { locale: string }) {
  const [t, format, wrong] = await Promise.all([
    getTranslations({ locale, namespace: 'organisers.overview.counts' }),
    formatterIn(locale),
    readCountsNotice(),
  ])
  if (!wrong) return null
  const day = format.dateTime(wrong.day, { dateStyle: 'long', timeZone: 'UTC' })
  const notice = t('differed', { day, counts: wrong.differences ?? 0 })
  return <NoticeList id="counts-notice" heading={t('heading')} notices={[notice]} />
}
