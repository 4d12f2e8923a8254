import { getMessages } from 'next-intl/server'
import { DrawingForms } from '#components/organisers/settings/DrawingForms.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import { DRAWINGS } from '#lib/content/drawings.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { PartPage } from '../part-page.tsx'

export const generateMetadata = unlistedPage(
  messages => messages.organisers.firstSteps.steps.look.title,
)

/** Colour, drawing and what stands at the top. */
export default async function LookPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/settings/look'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-content', locale)
  const { look: words } = (await getMessages({ locale })).organisers.settings
  const query = await searchParams
  const answers = (said: Record<string, string>) =>
    Object.entries(said).map(([value, label]) => ({ value, label }))
  const colours = {
    id: 'colours',
    fields: [
      { name: 'accent', label: words.accent, hint: words.accentHint },
      { name: 'accentAtNight', label: words.accentAtNight, hint: words.accentAtNightHint },
    ],
  }
  const drawings = {
    id: 'drawings',
    fields: [
      { name: 'drawing', label: words.drawing, answers: answers(words.drawings) },
      { name: 'heading', label: words.heading, answers: answers(words.headings) },
    ],
  }
  return (
    <PartPage
      locale={locale}
      organiser={organiser}
      name="look"
      searchParams={searchParams}
      groups={() => [colours, drawings]}
    >
      <DrawingForms
        action={`/${locale}/organisers/settings/look/drawing`}
        drawings={DRAWINGS.map(name => ({
          name,
          ...words.uploads[name],
          error: query.name === name ? wordFor(words.faults, query.fault) : undefined,
        }))}
        words={words.upload}
      />
    </PartPage>
  )
}
