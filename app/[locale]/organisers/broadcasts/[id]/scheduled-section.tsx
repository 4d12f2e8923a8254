import { getMessages, getTranslations } from 'next-intl/server'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { OneButton } from '#components/organisers/signatures/OneButton.tsx'
import { countRecipients } from '#lib/broadcasts/count-recipients.ts'
import type { ShownBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { formatterIn } from '../../formatter.ts'
import { unscheduleBroadcastAction } from '../actions.ts'

type ScheduledSectionProps = { locale: string; broadcast: ShownBroadcast }

/** When a broadcast goes out, to how many as it looks now, and how to hold it back. */
export async function ScheduledSection({ locale, broadcast }: ScheduledSectionProps) {
  const [{ organisers }, t, format, { total }] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.broadcasts' }),
    formatterIn(locale),
    countRecipients(broadcast),
  ])
  const { scheduled: words } = organisers.broadcasts
  const at = broadcast.scheduledAt ?? broadcast.changedAt
  const time = format.dateTime(at, { dateStyle: 'full', timeStyle: 'long' })
  return (
    <WorkSection id="scheduled" title={words.heading} lead={t('scheduled.at', { time })}>
      <p>{t('send.recipients', { count: total })}</p>
      <OneButton
        action={unscheduleBroadcastAction.bind(null, locale)}
        label={words.unschedule}
        fields={{ id: broadcast.id }}
      />
    </WorkSection>
  )
}
