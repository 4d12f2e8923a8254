import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getMessages, getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Page } from '#components/ui/Page.tsx'
import { Section } from '#components/ui/Section.tsx'
import { VersionChanges } from '#components/versions/VersionChanges.tsx'
import { VersionList } from '#components/versions/VersionList.tsx'
import { VersionText } from '#components/versions/VersionText.tsx'
import { parseMarkdown } from '#lib/content/markdown.ts'
import { formatDay } from '#lib/text/messages.ts'
import { latestVersion } from '#lib/versions/history.ts'
import { whatChangedForReaders } from '#lib/versions/what-changed.ts'
import { wordingOf, wordings } from '#lib/versions/wordings.ts'
import { unlistedMetadata } from '../../../page-metadata.ts'
import { CampaignPage } from '../../campaign-page.tsx'
import { knownLocale } from '../../known-locale.ts'
import { ProblemPage } from '../../problem-page.tsx'
import { type FoundVersion, readVersion } from './read-version.ts'

export async function generateMetadata({ params }: PageProps<'/[locale]/versions/[hash]'>) {
  const { hash } = await params
  const locale = await knownLocale(params)
  const found = await readVersion(hash)
  return unlistedMetadata(await titleOf(locale, typeof found === 'object' ? found : null))
}

/** One published version of the letter, what changed since, and the other versions. */
export default async function VersionPage({ params }: PageProps<'/[locale]/versions/[hash]'>) {
  const { hash } = await params
  const locale = await knownLocale(params)
  await connection()
  const found = await readVersion(hash)
  if (!found) notFound()
  const path = `/versions/${hash}`
  if (found === 'unavailable') return <ProblemPage locale={locale} path={path} problem="error" />

  const { letter: words, versions } = await getMessages({ locale })
  const { version } = found
  return (
    <CampaignPage locale={locale} path={path}>
      <Page title={await titleOf(locale, found)} lead={versions[noteOf(found)]}>
        <VersionText
          {...version}
          formattedDate={formatDay(locale, version.date)}
          blocks={parseMarkdown(version.body, `version ${version.version}`)}
          versionLabel={words.version}
        />
      </Page>
      <Changes locale={locale} found={found} />
      <AllVersions locale={locale} found={found} />
    </CampaignPage>
  )
}

async function titleOf(locale: string, found: FoundVersion | null) {
  const t = await getTranslations({ locale, namespace: 'versions' })
  const publishedAt = found?.version.publishedAt
  if (!publishedAt) return t('untitled')
  // In letters as large as a title's, a day may need two lines: day and month stay together.
  const date = formatDay(locale, publishedAt)
  return t('title', { date: date.replace(/\u00a0(?=[^\u00a0]*$)/, ' ') })
}

function noteOf({ version, history }: FoundVersion) {
  const latest = latestVersion(history, version.language)
  if (!latest || latest.version === version.version) return 'current'
  const isCorrected = wordingOf(version.version, wordings(history))?.isCurrent
  return isCorrected ? 'earlierCorrected' : 'earlierMaterial'
}

async function Changes({ locale, found }: { locale: string; found: FoundVersion }) {
  const { version, history } = found
  const latest = latestVersion(history, version.language)
  if (!latest || latest.version === version.version) return null
  const { versions: words } = await getMessages({ locale })
  return (
    <Section id="changed" title={words.changed}>
      <VersionChanges
        language={version.language}
        locale={locale}
        paragraphs={whatChangedForReaders(version, latest, version.language)}
        words={words}
      />
      <ButtonLink look="quiet" href={`/${version.language}`} hrefLang={version.language}>
        {words.readCurrent}
      </ButtonLink>
    </Section>
  )
}

async function AllVersions({ locale, found }: { locale: string; found: FoundVersion }) {
  const { version, history } = found
  const [{ versions: words }, t] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'versions' }),
  ])
  const ofLanguage = history.filter(({ language }) => language === version.language).reverse()
  if (ofLanguage.length === 0) return null
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(version.language) ?? ''
  return (
    <Section id="all" title={words.all} lead={t('allLead', { language })}>
      <VersionList
        versions={ofLanguage.map(each => ({
          id: each.id,
          href: `/${locale}/versions/${each.version}`,
          formattedDate: formatDay(locale, each.publishedAt),
          level: words.levels[each.level],
          isShown: each.id === version.id,
        }))}
        shownLabel={words.shown}
      />
    </Section>
  )
}
