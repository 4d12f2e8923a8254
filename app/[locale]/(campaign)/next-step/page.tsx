import { connection } from 'next/server'
import { getMessages } from 'next-intl/server'
import { OutcomePanel } from '#components/sign/OutcomePanel.tsx'
import { unlistedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'
import { knownLocale } from '../known-locale.ts'
import { NextStepSection } from '../next-step-section.tsx'

export const generateMetadata = unlistedPage(messages => messages.nextStep.title)

/** Where the mail of thanks leads: the same step as on the page that thanks, so that mails hold no address but ours. */
export default async function NextStepPage({ params }: PageProps<'/[locale]/next-step'>) {
  const locale = await knownLocale(params)
  await connection()
  const { title, lead } = (await getMessages({ locale })).nextStep
  return (
    <CampaignPage locale={locale} path="/next-step" hasSigned>
      <OutcomePanel title={title} lead={lead} pulse="signature">
        <NextStepSection locale={locale} tag="thanks-mail" />
      </OutcomePanel>
    </CampaignPage>
  )
}
