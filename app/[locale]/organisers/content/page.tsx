import { getMessages } from 'next-intl/server'
import { Notice } from '#components/organisers/common/Notice.tsx'
import { NoticeList } from '#components/organisers/common/NoticeList.tsx'
import { folderIsShared } from '#lib/editing/folder-is-shared.ts'
import { contentIsWritable } from '#lib/editing/read-content-file.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { ArchiveSection } from './archive-section.tsx'
import { BeginSection } from './begin-section.tsx'
import { SavesSection } from './saves-section.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.content)

/** The files of content/: downloaded, uploaded, begun anew, and what was saved in the console. */
export default async function ContentPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/content'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-content', locale)
  const { content: words } = (await getMessages({ locale })).organisers
  const { notice, fault, save } = await searchParams
  return (
    <ConsolePage locale={locale} organiser={organiser} section="content" lead={words.lead}>
      <Notice code={notice} words={words.outcomes} />
      <NoticeList
        id="read-only"
        heading={words.readOnly}
        notices={contentIsWritable() ? [] : [words.outcomes['read-only']]}
      />
      <NoticeList
        id="not-shared"
        heading={words.notShared.heading}
        notices={(await folderIsShared()) ? [] : [words.notShared.sentence]}
      />
      <SavesSection locale={locale} shown={save} isMistaken={notice === 'mistaken'} />
      <ArchiveSection locale={locale} fault={fault} />
      <BeginSection locale={locale} />
    </ConsolePage>
  )
}
