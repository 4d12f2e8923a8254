import { getTranslations } from 'next-intl/server'
import { NoticeList } from '#components/organisers/common/NoticeList.tsx'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { NEWEST_KNOWN_ON, readServerVersion } from '#lib/database/server-version.ts'
import { formatterIn } from './formatter.ts'

/** Says which PostgreSQL keeps the data, at the foot of the overview. */
export async function DatabaseFacts({ locale }: { locale: string }) {
  const [t, day, { version, isEmbedded }] = await Promise.all([
    getTranslations({ locale, namespace: 'organisers.overview.database' }),
    dayIn(locale),
    readServerVersion(),
  ])
  return (
    <WorkSection id="database" title={t('title')}>
      <p>{t(isEmbedded ? 'embedded' : 'own', { version, day })}</p>
    </WorkSection>
  )
}

/** Warns where holes that are known stand open in it; nothing where none are. */
export async function DatabaseNotice({ locale }: { locale: string }) {
  const [t, { version, newest, state, isEmbedded }] = await Promise.all([
    getTranslations({ locale, namespace: 'organisers.overview.database' }),
    readServerVersion(),
  ])
  if (state === 'current') return null
  const what =
    state === 'behind'
      ? t('behind', { version, newest: newest ?? '' })
      : t('unsupported', { version })
  const todo = t(isEmbedded ? 'updateSite' : 'updateServer')
  return <NoticeList id="database-notice" heading={t('heading')} notices={[`${what} ${todo}`]} />
}

async function dayIn(locale: string) {
  const format = await formatterIn(locale)
  return format.dateTime(NEWEST_KNOWN_ON, { dateStyle: 'long', timeZone: 'UTC' })
}
