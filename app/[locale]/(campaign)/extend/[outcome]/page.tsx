import { getMessages } from 'next-intl/server'
import { OutcomePanel } from '#components/sign/OutcomePanel.tsx'
import { ButtonLink } from '#components/ui/Button.tsx'
import type { Messages } from '#lib/text/messages.ts'
import { unlistedMetadata } from '../../../page-metadata.ts'
import { CampaignPage } from '../../campaign-page.tsx'
import { knownLocale, knownOutcome } from '../../known-locale.ts'
import { OUTCOME_PAGES, type OutcomePage } from '../proof.ts'

export function generateStaticParams() {
  return OUTCOME_PAGES.map(outcome => ({ outcome }))
}

export async function generateMetadata({ params }: PageProps<'/[locale]/extend/[outcome]'>) {
  const { locale, ...asked } = await params
  const outcome = knownOutcome(OUTCOME_PAGES, asked.outcome)
  const { reconfirm, form } = await getMessages({ locale })
  return unlistedMetadata(wordsFor(outcome, reconfirm, form).title)
}

/** Outcome of reconfirming. It shows nothing of the signature. */
export default async function ReconfirmOutcomePage({
  params,
}: PageProps<'/[locale]/extend/[outcome]'>) {
  const outcome = knownOutcome(OUTCOME_PAGES, (await params).outcome)
  const locale = await knownLocale(params)
  const words = await getMessages({ locale })
  const isCurrent = outcome === 'extended' || outcome === 'already-extended'
  const isLost = outcome === 'not-valid'
  return (
    <CampaignPage locale={locale} path={`/extend/${outcome}`} hasSigned={isCurrent}>
      <OutcomePanel
        {...wordsFor(outcome, words.reconfirm, words.form)}
        pulse={isCurrent ? 'signature' : 'flat'}
      >
        <ButtonLink look="quiet" href={isLost ? `/${locale}/my-signature` : `/${locale}`}>
          {isLost ? words.selfService.title : words.problems.back}
        </ButtonLink>
      </OutcomePanel>
    </CampaignPage>
  )
}

function wordsFor(outcome: OutcomePage, reconfirm: Messages['reconfirm'], form: Messages['form']) {
  const pages: Record<OutcomePage, { title: string; lead: string }> = {
    extended: reconfirm.extended,
    'already-extended': reconfirm.already,
    closed: { title: form.closed.heading, lead: form.closed.lead },
    'not-valid': reconfirm.notValid,
  }
  return pages[outcome]
}
