import { getMessages, getTranslations } from 'next-intl/server'
import { SignForm } from '#components/sign/SignForm.tsx'
import { SigningBlock } from '#components/sign/SigningBlock.tsx'
import { type CampaignRun, readCampaignRunIfAble } from '#lib/campaign/campaign-run.ts'
import { finalCountToCome } from '#lib/campaign/confirmation-deadline.ts'
import { CAMPAIGN_STATES, stateAt } from '#lib/campaign/states.ts'
import { readCampaign, timeZone } from '#lib/content/campaign.ts'
import { env } from '#lib/env/env.ts'
import type { RefusedForm } from '#lib/security/refused-form.ts'
import { currentVersionCounts } from '#lib/signatures/current-version-counts.ts'
import { readTallyIfAble } from '#lib/signatures/tally.ts'
import { countriesIn } from '#lib/text/countries.ts'
import { formatTime } from '#lib/text/messages.ts'
import { describeClosing } from './describe-closing.ts'
import { PauseFacts } from './pause-facts.tsx'

type SigningSectionProps = {
  locale: string
  /** Whether it stands in a frame of another site. */
  isFramed?: boolean
  /** The form as it was sent, where it was refused: it is shown even if nobody can sign by now. */
  refused?: RefusedForm
}

/** The form, or a sentence in its place while nobody can sign. */
export async function SigningSection({ locale, isFramed = false, refused }: SigningSectionProps) {
  const run = await readCampaignRunIfAble()
  const state = stateAt(run, new Date())
  const { form: words, refusals } = await getMessages({ locale })
  const isPaused = state === 'paused'
  const isClosed = !isPaused && !CAMPAIGN_STATES[state].maySign
  if (isClosed && !refused) return <ClosedBlock locale={locale} run={run} />
  const { heading, lead } = words.paused
  const pause = { heading, lead: run.pauseNotes[locale] ?? lead }
  return (
    <SigningBlock
      words={isPaused ? pause : words}
      closes={isPaused ? null : await describeClosing(locale, run)}
    >
      {isPaused && <PauseFacts locale={locale} run={run} isFramed={isFramed} />}
      {(!isPaused || refused) && (
        <SignForm
          action={isFramed ? `/${locale}/embed/form/send` : `/${locale}/sign/send`}
          refused={refused}
          words={words}
          locale={locale}
          countries={countriesIn(locale)}
          categories={readCampaign(locale).categories}
          privacyHref={`/${locale}/privacy`}
          inHiddenFrame={
            isFramed
              ? {
                  sentence: refusals.frame,
                  link: refusals.openInTab,
                  href: `${env.SITE_URL}/${locale}?from=embed#sign`,
                }
              : undefined
          }
        />
      )}
    </SigningBlock>
  )
}

/** The final tally, or when it will be, while forms given in time may still be confirmed. */
async function ClosedBlock({ locale, run }: { locale: string; run: CampaignRun }) {
  const [t, tally] = await Promise.all([
    getTranslations({ locale, namespace: 'form.closed' }),
    readTallyIfAble(),
  ])
  const finalAt = finalCountToCome(run, new Date())
  const zone = timeZone()
  const count = tally && currentVersionCounts(tally).signatures
  return (
    <SigningBlock words={{ heading: t('heading'), lead: run.closingNotes[locale] ?? t('lead') }}>
      <div>
        {finalAt && (
          <p>{t('finalOn', { date: formatTime(locale, finalAt, zone), timeZone: zone })}</p>
        )}
        {count !== null && <p>{t(finalAt ? 'soFar' : 'final', { count })}</p>}
      </div>
    </SigningBlock>
  )
}
