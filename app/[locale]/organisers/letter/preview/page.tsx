import { getMessages } from 'next-intl/server'
import { FirstSignatories } from '#components/letter/FirstSignatories.tsx'
import { LetterBody } from '#components/letter/LetterBody.tsx'
import { LetterHead } from '#components/letter/LetterHead.tsx'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Problem } from '#components/ui/Problem.tsx'
import { whichTextDecides } from '#lib/content/which-text-decides.ts'
import { previewLetter } from '#lib/editing/preview-letter.ts'
import { formatDay } from '#lib/text/messages.ts'
import { CampaignPage } from '../../../(campaign)/campaign-page.tsx'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { formatMistakes } from '../../format-mistakes.ts'

export const generateMetadata = unlistedPage(messages => messages.organisers.letter.preview.heading)

/** The letter of this language as its file has it now, in the dress in which readers see it. */
export default async function LetterPreviewPage({
  params,
}: PageProps<'/[locale]/organisers/letter/preview'>) {
  const locale = await knownLocale(params)
  await organiserWhoMay('write-content', locale)
  const { letter: words, site, organisers } = await getMessages({ locale })
  const preview = await previewLetter(locale)
  if (preview.outcome === 'mistaken') {
    const files = await formatMistakes(locale, preview.mistakes)
    return (
      <Problem
        title={organisers.letter.preview.mistaken}
        lead={files.map(({ path, sentences }) => `${path} – ${sentences.join(' ')}`).join(' ')}
      >
        <ButtonLink href={`/${locale}/organisers/letter`}>
          {organisers.navigation.letter}
        </ButtonLink>
      </Problem>
    )
  }
  const { letter, people } = preview
  return (
    <CampaignPage locale={locale} path="/organisers/letter/preview">
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
          people={people.map(({ name, role }) => ({ name, role }))}
          comma={site.comma}
          words={words}
        />
      </LetterBody>
    </CampaignPage>
  )
}
