import { getMessages } from 'next-intl/server'
import { Notice } from '#components/organisers/common/Notice.tsx'
import { NoticeList } from '#components/organisers/common/NoticeList.tsx'
import { contentIsWritable } from '#lib/editing/read-content-file.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { PreviewSection } from './preview-section.tsx'
import { PublishSection } from './publish-section.tsx'
import { TextSection } from './text-section.tsx'
import { UnsoundFiles } from './unsound-files.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.letter)

/** The letter: written in all languages, looked at, published. */
export default async function LetterRoomPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/letter'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-content', locale)
  const { notice } = await searchParams
  const { letter: words, content } = (await getMessages({ locale })).organisers
  return (
    <ConsolePage locale={locale} organiser={organiser} section="letter" lead={words.lead}>
      <Notice code={notice} words={words.outcomes} />
      {notice === 'unsound' && <UnsoundFiles locale={locale} />}
      <NoticeList
        id="read-only"
        heading={content.readOnly}
        notices={contentIsWritable() ? [] : [content.outcomes['read-only']]}
      />
      <PublishSection locale={locale} />
      <PreviewSection locale={locale} />
      <TextSection locale={locale} />
    </ConsolePage>
  )
}
