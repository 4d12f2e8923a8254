import { getTranslations } from 'next-intl/server'
import { OutcomePanel } from '#components/sign/OutcomePanel.tsx'
import { ButtonLink } from '#components/ui/Button.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import { ADDRESS_CHANGE_HOURS } from '#lib/signatures/self-service/address-change.ts'
import { MAGIC_LINK_LIFETIME_MINUTES } from '#lib/signatures/self-service/request-magic-link.ts'
import { MAGIC_LINK_MAIL_LIMITS } from '#lib/suppression/mail-limits.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { unlistedMetadata } from '../../../page-metadata.ts'
import { CampaignPage } from '../../campaign-page.tsx'
import { knownLocale, knownOutcome } from '../../known-locale.ts'

const OUTCOMES = [
  'sent',
  'not-valid',
  'withdrawn',
  'address-sent',
  'address-half',
  'address-changed',
  'address-not-valid',
] as const

/** Those that nothing is over with. */
const GO_ON: readonly string[] = ['sent', 'address-sent', 'address-half', 'address-changed']

/** Those of somebody who has signed and whose signature stands. */
const SIGNED: readonly string[] = ['address-sent', 'address-half', 'address-changed']

/** Words of the button that leads to one's signature again, on those that have one. */
const BACK_BUTTON = {
  'not-valid': 'selfService.notValid.button',
  'address-changed': 'selfService.address.back',
  'address-not-valid': 'selfService.address.back',
} as const

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
      'address-sent': 'selfService.address.sent',
      'address-half': 'selfService.address.half',
      'address-changed': 'selfService.address.changed',
      'address-not-valid': 'selfService.address.notValid',
    } as const
  )[outcome]
  const backButton = wordFor(BACK_BUTTON, outcome)
  const [soon, day] = MAGIC_LINK_MAIL_LIMITS
  const numbers = {
    minutes: MAGIC_LINK_LIFETIME_MINUTES,
    every: soon.withinMs / MINUTE_MS,
    daily: day.mails,
    hours: ADDRESS_CHANGE_HOURS,
  }
  return (
    <CampaignPage
      locale={locale}
      path={`/my-signature/${outcome}`}
      hasSigned={SIGNED.includes(outcome)}
    >
      <OutcomePanel
        title={t(`${part}.title`)}
        lead={t(`${part}.lead`, numbers)}
        pulse={GO_ON.includes(outcome) ? 'none' : 'flat'}
      >
        <ButtonLink look="quiet" href={backButton ? `/${locale}/my-signature` : `/${locale}`}>
          {t(backButton ?? 'problems.back')}
        </ButtonLink>
      </OutcomePanel>
    </CampaignPage>
  )
}
