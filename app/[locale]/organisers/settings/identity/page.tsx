import { getMessages } from 'next-intl/server'
import { languages } from '#lib/content/languages.ts'
import { LEGAL_FIELDS } from '#lib/editing/parts/identity.ts'
import { readMessages } from '#lib/text/messages.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { PartPage } from '../part-page.tsx'

export const generateMetadata = unlistedPage(
  messages => messages.organisers.firstSteps.steps.identity.title,
)

/** Who runs the site, who answers for it, and where to write. */
export default async function IdentityPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/settings/identity'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-content', locale)
  const { identity: words } = (await getMessages({ locale })).organisers.settings
  const { hints } = words
  const inLanguage = (language: string) => ({
    id: language,
    legend: readMessages(language).site.languageName,
    fields: [
      { name: `organisation-${language}`, lang: language, label: words.organisation },
      ...LEGAL_FIELDS.map(name => ({
        name: `${name}-${language}`,
        lang: language,
        label: words[name],
        hint: name in hints ? hints[name as keyof typeof hints] : undefined,
      })),
    ],
  })
  const shared = {
    id: 'shared',
    legend: words.shared,
    isWide: true,
    fields: [
      { name: 'contactEmail', label: words.contactEmail, type: 'email' as const },
      { name: 'securityContact', label: words.securityContact, hint: hints.securityContact },
      { name: 'timeZone', label: words.timeZone, options: timeZones() },
    ],
  }
  return (
    <PartPage
      locale={locale}
      organiser={organiser}
      name="identity"
      searchParams={searchParams}
      groups={() => [shared, ...languages().map(inLanguage)]}
    />
  )
}

/** Names of the IANA's list; UTC, which stands for none of them, first. */
function timeZones() {
  const names = ['UTC', ...Intl.supportedValuesOf('timeZone').filter(name => name !== 'UTC')]
  return names.map(name => ({ code: name, name: name.replaceAll('_', ' ') }))
}
