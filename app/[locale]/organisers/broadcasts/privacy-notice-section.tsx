import { getMessages, getTranslations } from 'next-intl/server'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { Button } from '#components/ui/Button.tsx'
import { EVERYONE } from '#lib/broadcasts/audience.ts'
import { countRecipients } from '#lib/broadcasts/count-recipients.ts'
import { readChangedNotice } from '#lib/broadcasts/read-privacy-notice.ts'
import { PRIVACY_PAGE } from '#lib/content/privacy-notice.ts'
import { formatterIn } from '../formatter.ts'
import { recordPrivacyNoticeAction, tellOfPrivacyNoticeAction } from './actions.ts'

/** What owners do about a privacy notice that has changed; nothing while it has not. */
export async function PrivacyNoticeSection({ locale }: { locale: string }) {
  const changed = await readChangedNotice()
  if (!changed) return null
  const { version: privacyVersion, since } = changed
  const [{ organisers }, t, format, { total }] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.broadcasts.privacy' }),
    formatterIn(locale),
    countRecipients({ ...EVERYONE, privacyVersion }),
  ])
  const words = organisers.broadcasts.privacy
  const day = format.dateTime(since, { dateStyle: 'long' })
  return (
    <WorkSection id="privacy-notice" title={words.title} lead={t('since', { day })}>
      <p>
        {words.decide} <a href={`/${locale}/${PRIVACY_PAGE}`}>{words.read}</a>
      </p>
      <p>{t('concerned', { count: total })}</p>
      <form action={tellOfPrivacyNoticeAction.bind(null, locale)}>
        <Button type="submit">{words.tell}</Button>{' '}
        <Button
          type="submit"
          look="quiet"
          formAction={recordPrivacyNoticeAction.bind(null, locale)}
        >
          {words.record}
        </Button>
      </form>
    </WorkSection>
  )
}
