import { notFound } from 'next/navigation'
import { getMessages, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { Notice } from '#components/organisers/common/Notice.tsx'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { ChangeMistakes } from '#components/organisers/content/ChangeMistakes.tsx'
import { FileChanges } from '#components/organisers/content/FileChanges.tsx'
import { OneButton } from '#components/organisers/signatures/OneButton.tsx'
import { readArchiveChanges } from '#lib/editing/archive/apply-archive.ts'
import { foreseeMistakes } from '#lib/editing/check-as-it-would-be.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { ConsolePage } from '../../console-page.tsx'
import { formatMistakes } from '../../format-mistakes.ts'
import { applyArchiveAction } from '../actions.ts'
import { shownChanges } from '../shown-changes.ts'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.content)

/** What a ZIP would change, before anything is written. */
export default async function UploadPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/content/[id]'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-content', locale)
  const { data: id } = z.uuid().safeParse((await params).id)
  const changes = id ? await readArchiveChanges(organiser, id) : null
  if (!id || !changes) notFound()
  const { content: words } = (await getMessages({ locale })).organisers
  const t = await getTranslations({ locale, namespace: 'organisers.content.archive' })
  const mistakes = await formatMistakes(
    locale,
    await foreseeMistakes(changes.map(({ path, after }) => ({ path, text: after }))),
  )
  const seen = Object.fromEntries(changes.map(({ path, seen }) => [path, seen]))
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="content"
      path={`/organisers/content/${id}`}
    >
      <Notice code={(await searchParams).notice} words={words.outcomes} />
      <WorkSection
        id="changes"
        title={words.archive.changes}
        lead={t('count', { count: changes.length })}
      >
        <FileChanges
          files={shownChanges(changes, words.changes)}
          words={{ show: words.changes.show }}
        />
        <ChangeMistakes words={words} files={mistakes} />
        {changes.length > 0 && mistakes.length === 0 && (
          <OneButton
            look="main"
            action={applyArchiveAction.bind(null, locale)}
            fields={{ id, seen: JSON.stringify(seen) }}
            label={words.archive.apply}
          />
        )}
        <p>
          <a href={`/${locale}/organisers/content`}>{words.archive.leave}</a>
        </p>
      </WorkSection>
    </ConsolePage>
  )
}
