import { getMessages } from 'next-intl/server'
import { Notice } from '#components/organisers/Notice.tsx'
import { UpdateList } from '#components/organisers/updates/UpdateList.tsx'
import { Button } from '#components/ui/Button.tsx'
import { listUpdates } from '#lib/broadcasts/read-updates.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedMetadata } from '../../(campaign)/page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { formatterIn } from '../formatter.ts'
import { beginBroadcastAction } from './actions.ts'
import { frequencyInWords } from './frequency.ts'

type PageProps = {
  params: Promise<{ locale: string }>
  searchParams: Promise<{ said?: string | string[] }>
}

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await params
  return unlistedMetadata((await getMessages({ locale })).organisers.rooms.updates)
}

/** Messages to signatories: those that were sent, and a new one. */
export default async function UpdatesPage({ params, searchParams }: PageProps) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-to-signatories', locale)
  const { said } = await searchParams
  const [{ organisers }, format, updates] = await Promise.all([
    getMessages({ locale }),
    formatterIn(locale),
    listUpdates(),
  ])
  const words = organisers.updates
  return (
    <ConsolePage locale={locale} organiser={organiser} room="updates" lead={words.lead}>
      <Notice code={said} words={words.said} />
      <p>{await frequencyInWords(locale)}</p>
      <form action={beginBroadcastAction.bind(null, locale)}>
        <Button type="submit">{words.begin}</Button>
      </form>
      <UpdateList
        label={organisers.rooms.updates}
        updates={updates.map(({ id, status, texts, changedAt, startedAt, recipients }) => ({
          href: `/${locale}/organisers/updates/${id}`,
          subject: texts[locale]?.subject || words.untitled,
          status: words.statuses[status],
          day: format.dateTime(startedAt ?? changedAt, { dateStyle: 'long' }),
          recipients: recipients === null ? '–' : format.number(recipients),
        }))}
        words={words.list}
      />
    </ConsolePage>
  )
}
