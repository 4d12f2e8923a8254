import { getMessages } from 'next-intl/server'
import { FirstSignatories } from '#components/letter/FirstSignatories.tsx'
import { LetterBody } from '#components/letter/LetterBody.tsx'
import { LetterHead } from '#components/letter/LetterHead.tsx'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Problem } from '#components/ui/Problem.tsx'
import type { ContentMistake } from '#lib/content/content-error.ts'
import { whichTextDecides } from '#lib/content/which-text-decides.ts'
import { formatDay } from '#lib/text/messages.ts'
import { CampaignPage } from '../../../(campaign)/campaign-page.tsx'
import { describePeople } from '../../../(campaign)/describe-people.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { formatMistakes } from '../../format-mistakes.ts'
import { AS_TYPED } from '../preview-links.ts'
import { shownLetter } from './shown-letter.ts'

export const generateMetadata = unlistedPage(messages => messages.organisers.letter.preview.heading)

/** The letter of this language as it is saved, or as it was typed, in the dress in which readers see it. */
export default async function LetterPreviewPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/letter/preview'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-content', locale)
  const { letter: words, site } = await getMessages({ locale })
  const { as } = await searchParams
  const preview = await shownLetter(organiser, locale, as)
  if (preview.outcome !== 'readable') return <NotShown locale={locale} {...preview} />
  const { letter, people } = preview
  const query = as === AS_TYPED ? `?as=${AS_TYPED}` : ''
  return (
    <CampaignPage
      locale={locale}
      path={`/organisers/letter/preview${query}`}
      letterTitle={letter.title}
    >
      <LetterHead {...letter} formattedDate={formatDay(locale, letter.date)} words={words}>
        {null}
      </LetterHead>
      <LetterBody
        {...letter}
        decides={whichTextDecides(letter)}
        versionHref={`/${locale}/versions`}
        authoritative={{
          href: `/${letter.authoritativeLanguage}`,
          locale: letter.authoritativeLanguage,
        }}
        words={words}
      >
        <FirstSignatories
          people={await describePeople(locale, letter, people)}
          comma={site.comma}
          words={words}
        />
      </LetterBody>
    </CampaignPage>
  )
}

type NotShownProps = { locale: string } & (
  | { outcome: 'gone' }
  | { outcome: 'mistaken'; mistakes: ContentMistake[] }
)

/** Why the letter cannot be shown. */
async function NotShown({ locale, ...why }: NotShownProps) {
  const { letter, navigation } = (await getMessages({ locale })).organisers
  const files = why.outcome === 'mistaken' ? await formatMistakes(locale, why.mistakes) : []
  return (
    <Problem
      title={letter.preview[why.outcome]}
      lead={
        why.outcome === 'gone'
          ? letter.preview.goneLead
          : files.map(({ path, sentences }) => `${path} – ${sentences.join(' ')}`).join(' ')
      }
    >
      <ButtonLink href={`/${locale}/organisers/letter`}>{navigation.letter}</ButtonLink>
    </Problem>
  )
}
