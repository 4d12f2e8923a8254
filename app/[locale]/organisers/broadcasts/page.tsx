import { getMessages } from 'next-intl/server'
import { BroadcastList } from '#components/organisers/broadcasts/BroadcastList.tsx'
import { Notice } from '#components/organisers/common/Notice.tsx'
import { Button } from '#components/ui/Button.tsx'
import { may } from '#lib/access/roles.ts'
import { countSent, listBroadcasts } from '#lib/broadcasts/read-broadcasts.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { formatterIn } from '../formatter.ts'
import { beginBroadcastAction } from './actions.ts'
import { describeFrequency } from './describe-frequency.ts'
import { PrivacyNoticeSection } from './privacy-notice-section.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.broadcasts)

/** Messages to signatories: those that were sent, and a new one. */
export default async function BroadcastsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/broadcasts'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-to-signatories', locale)
  const { notice } = await searchParams
  const [{ organisers }, format, broadcasts, sent] = await Promise.all([
    getMessages({ locale }),
    formatterIn(locale),
    listBroadcasts(),
    countSent(),
  ])
  const words = organisers.broadcasts
  return (
    <ConsolePage locale={locale} organiser={organiser} section="broadcasts" lead={words.lead}>
      <Notice code={notice} words={words.outcomes} />
      <p>{await describeFrequency(locale)}</p>
      <form action={beginBroadcastAction.bind(null, locale)}>
        <Button type="submit">{words.begin}</Button>
      </form>
      {may(organiser.role, 'run-campaign') && <PrivacyNoticeSection locale={locale} />}
      <BroadcastList
        label={organisers.navigation.broadcasts}
        broadcasts={broadcasts.map(({ id, status, texts, changedAt, scheduledAt, startedAt }) => ({
          href: `/${locale}/organisers/broadcasts/${id}`,
          subject: texts[locale]?.subject || words.untitled,
          status: words.statuses[status],
          day: format.dateTime(startedAt ?? scheduledAt ?? changedAt, { dateStyle: 'long' }),
          sent:
            status === 'draft' || status === 'scheduled' ? '–' : format.number(sent.get(id) ?? 0),
        }))}
        words={words.list}
      />
    </ConsolePage>
  )
}
