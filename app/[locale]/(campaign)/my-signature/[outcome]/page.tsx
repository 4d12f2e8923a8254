import { getTranslations } from 'next-intl/server'
import { OutcomePanel } from '#components/sign/OutcomePanel.tsx'
import { ButtonLink } from '#components/ui/Button.tsx'
import { MAGIC_LINK_LIFETIME_MINUTES } from '#lib/signatures/self-service/request-magic-link.ts'
import { MAGIC_LINK_MAIL_LIMITS } from '#lib/suppression/mail-limits.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { unlistedMetadata } from '../../../page-metadata.ts'
import { CampaignPage } from '../../campaign-page.tsx'
import { knownLocale, knownOutcome } from '../../known-locale.ts'

const OUTCOMES = ['sent', 'not-valid', 'withdrawn'] as const

export function generateStaticParams() {
  return OUTCOMES.map(outcome => ({ outcome }))
}

export async function generateMetadata({ params }: PageProps<'/[locale]/my-signature/[outcome]'>) {
  const { locale } = await params
  return unlistedMetadata((await getTranslations({ locale, namespace: 'selfService' }))('title'))
}

/** What came of asking for a link, of a link, and of withdrawing. */
export default async function OwnOutcomePage({
  params,
}: PageProps<'/[locale]/my-signature/[outcome]'>) {
  const outcome = knownOutcome(OUTCOMES, (await params).outcome)
  const locale = await knownLocale(params)
  const t = await getTranslations({ locale })
  const part = (
    {
      sent: 'selfService.sent',
      'not-valid': 'selfService.notValid',
      withdrawn: 'selfService.withdraw.done',
    } as const
  )[outcome]
  const [soon, day] = MAGIC_LINK_MAIL_LIMITS
  const numbers = {
    minutes: MAGIC_LINK_LIFETIME_MINUTES,
    every: soon.withinMs / MINUTE_MS,
    daily: day.mails,
  }
  return (
    <CampaignPage locale={locale} path={`/my-signature/${outcome}`}>
      <OutcomePanel
        title={t(`${part}.title`)}
        lead={t(`${part}.lead`, numbers)}
        pulse={outcome === 'sent' ? 'none' : 'flat'}
      >
        <ButtonLink
          look="quiet"
          href={outcome === 'not-valid' ? `/${locale}/my-signature` : `/${locale}`}
        >
          {t(outcome === 'not-valid' ? 'selfService.notValid.button' : 'problems.back')}
        </ButtonLink>
      </OutcomePanel>
    </CampaignPage>
  )
}
