import { notFound } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { z } from 'zod'
import { Notice } from '#components/organisers/common/Notice.tsx'
import { OneButton } from '#components/organisers/signatures/OneButton.tsx'
import { readBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { ConsolePage } from '../../console-page.tsx'
import { duplicateBroadcastAction } from '../actions.ts'
import { DraftSections } from './draft-sections.tsx'
import { PreviewSection } from './preview-section.tsx'
import { ScheduledSection } from './scheduled-section.tsx'
import { SendingSection } from './sending-section.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.broadcasts)

/** One message to signatories: written as a draft, watched while it goes out. */
export default async function BroadcastPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/broadcasts/[id]'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-to-signatories', locale)
  const { data: id } = z.uuid().safeParse((await params).id)
  const broadcast = id ? await readBroadcast(id) : null
  if (!broadcast) notFound()
  const { broadcasts: words } = (await getMessages({ locale })).organisers
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="broadcasts"
      path={`/organisers/broadcasts/${id}`}
      title={broadcast.texts[locale]?.subject || words.untitled}
      lead={words.statuses[broadcast.status]}
    >
      <Notice code={(await searchParams).notice} words={words.outcomes} />
      {broadcast.status === 'draft' ? (
        <DraftSections locale={locale} broadcast={broadcast} organiser={organiser} />
      ) : broadcast.status === 'scheduled' ? (
        <ScheduledSection locale={locale} broadcast={broadcast} />
      ) : (
        <SendingSection locale={locale} broadcast={broadcast} />
      )}
      <PreviewSection locale={locale} broadcast={broadcast} />
      {!broadcast.privacyVersion && (
        <OneButton
          action={duplicateBroadcastAction.bind(null, locale)}
          label={words.duplicate}
          fields={{ id: broadcast.id }}
        />
      )}
    </ConsolePage>
  )
}
