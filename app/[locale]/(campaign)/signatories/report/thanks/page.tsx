import { getMessages } from 'next-intl/server'
import { OutcomePanel } from '#components/sign/OutcomePanel.tsx'
import { ButtonLink } from '#components/ui/Button.tsx'
import { unlistedPage } from '../../../../page-metadata.ts'
import { CampaignPage } from '../../../campaign-page.tsx'
import { knownLocale } from '../../../known-locale.ts'

export const generateMetadata = unlistedPage(messages => messages.report.thanks.title)

export default async function ReportThanksPage({
  params,
}: PageProps<'/[locale]/signatories/report/thanks'>) {
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
