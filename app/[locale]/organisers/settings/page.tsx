import { getMessages } from 'next-intl/server'
import { Button } from '#components/ui/Button.tsx'
import { readFirstSteps } from '#lib/overview/first-steps/read-first-steps.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { FirstStepsList } from '../first-steps.tsx'
import { putAwayFirstStepsAction } from './actions.ts'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.settings)

/** What the site is made of, part by part, and where each stands. */
export default async function SettingsPage({ params }: PageProps<'/[locale]/organisers/settings'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-content', locale)
  const [{ organisers }, steps, { firstStepsArePutAway }] = await Promise.all([
    getMessages({ locale }),
    readFirstSteps(),
    readSettings(),
  ])
  const { settings: words, firstSteps } = organisers
  return (
    <ConsolePage locale={locale} organiser={organiser} section="settings" lead={words.lead}>
      <FirstStepsList locale={locale} steps={steps} />
      {firstStepsArePutAway && (
        <form action={putAwayFirstStepsAction.bind(null, locale)}>
          <Button type="submit" look="quiet">
            {firstSteps.showAgain}
          </Button>
        </form>
      )}
    </ConsolePage>
  )
}
