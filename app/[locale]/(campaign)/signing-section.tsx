import { getMessages, getTranslations } from 'next-intl/server'
import { readCampaignRunIfAble } from '#lib/campaign/campaign-run.ts'
import { CAMPAIGN_STATES, stateAt } from '#lib/campaign/states.ts'
import { readCampaign } from '#lib/letter/campaign.ts'
import { countriesIn } from '#lib/signatures/countries.ts'
import { standingCounts } from '#lib/signatures/standing-counts.ts'
import { readTallyIfAble } from '#lib/signatures/tally.ts'
import { SignForm } from '../../../components/sign/SignForm.tsx'
import { SigningBlock } from '../../../components/sign/SigningBlock.tsx'
import { signInFrameAction, signLetterAction } from './sign/actions.ts'

type SigningSectionProps = {
  locale: string
  /** Whether it stands in a frame of another site. */
  isFramed?: boolean
}

/** The form, or a sentence in its place while nobody can sign. */
export async function SigningSection({ locale, isFramed = false }: SigningSectionProps) {
  const run = await readCampaignRunIfAble()
  const state = stateAt(run, new Date())
  const { form: words } = await getMessages({ locale })
  const isPaused = state === 'paused'
  if (!isPaused && !CAMPAIGN_STATES[state].maySign) return <ClosedBlock locale={locale} />
  const { heading, lead } = words.paused
  return (
    <SigningBlock words={isPaused ? { heading, lead: run.pauseNotes[locale] ?? lead } : words}>
      <SignForm
        action={isFramed ? signInFrameAction : signLetterAction}
        words={words}
        locale={locale}
        countries={countriesIn(locale)}
        categories={readCampaign(locale).categories}
        privacyHref={`/${locale}/privacy`}
        path={isFramed ? `/${locale}/embed/form` : `/${locale}`}
        isPaused={isPaused}
      />
    </SigningBlock>
  )
}

async function ClosedBlock({ locale }: { locale: string }) {
  const [t, tally] = await Promise.all([
    getTranslations({ locale, namespace: 'form.closed' }),
    readTallyIfAble(),
  ])
  return (
    <SigningBlock words={{ heading: t('heading'), lead: t('lead') }}>
      {tally && <p>{t('final', { count: standingCounts(tally).signatures })}</p>}
    </SigningBlock>
  )
}
