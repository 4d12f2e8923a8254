import { getMessages } from 'next-intl/server'
import { OutcomePanel } from '#components/sign/OutcomePanel.tsx'
import { ButtonLink } from '#components/ui/Button.tsx'
import { CampaignPage } from '../../../campaign-page.tsx'
import { knownLocale } from '../../../known-locale.ts'
import { unlistedMetadata } from '../../../page-metadata.ts'

type PageProps = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await params
  return unlistedMetadata((await getMessages({ locale })).report.thanks.title)
}

export default async function ReportThanksPage({ params }: PageProps) {
  const locale = await knownLocale(params)
  const { report: words } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path="/signatories/report/thanks">
      <OutcomePanel {...words.thanks} pulse="none">
        <ButtonLink look="quiet" href={`/${locale}/signatories`}>
          {words.back}
        </ButtonLink>
      </OutcomePanel>
    </CampaignPage>
  )
}
