import { getMessages } from 'next-intl/server'
import { AnotherLanguage } from '#components/organisers/settings/AnotherLanguage.tsx'
import { translatedLanguages } from '#lib/content/languages.ts'
import { readMessages } from '#lib/text/messages.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { PartPage } from '../part-page.tsx'

export const generateMetadata = unlistedPage(
  messages => messages.organisers.firstSteps.steps.languages.title,
)

/** Which languages are offered, and which one decides. */
export default async function LanguagesPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/settings/languages'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-content', locale)
  const { languages: words } = (await getMessages({ locale })).organisers.settings
  const known = translatedLanguages().map(code => ({
    code,
    name: readMessages(code).site.languageName,
  }))
  const answers = Object.entries(words.answers).map(([value, label]) => ({ value, label }))
  const groups = [
    {
      id: 'decides',
      fields: [
        {
          name: 'authoritativeLanguage',
          label: words.authoritative,
          hint: words.authoritativeHint,
          options: known,
        },
      ],
    },
    {
      id: 'offered',
      legend: words.offered,
      fields: known.map(({ code, name }) => ({ name: `language-${code}`, label: name, answers })),
    },
  ]
  return (
    <PartPage
      locale={locale}
      organiser={organiser}
      name="languages"
      searchParams={searchParams}
      groups={() => groups}
    >
      <AnotherLanguage
        known={known.map(each => ({
          ...each,
          href: `/${locale}/organisers/settings/languages/words?language=${each.code}`,
        }))}
        contentHref={`/${locale}/organisers/content#archive`}
        words={words.another}
      />
    </PartPage>
  )
}
