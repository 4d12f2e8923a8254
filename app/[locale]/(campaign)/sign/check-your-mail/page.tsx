import { getMessages } from 'next-intl/server'
import { CheckMailPanel } from '#components/sign/CheckMailPanel.tsx'
import { unlistedPage } from '../../../page-metadata.ts'
import { CampaignPage } from '../../campaign-page.tsx'
import { CodeSection } from '../../confirm/code-section.tsx'
import { knownLocale } from '../../known-locale.ts'
import { describeLifetime } from '../describe-lifetime.ts'
import { describeLimits } from '../describe-limits.ts'

export const generateMetadata = unlistedPage(messages => messages.checkMail.title)

/** What follows signing: the same page whoever signed. */
export default async function CheckYourMailPage({
  params,
}: PageProps<'/[locale]/sign/check-your-mail'>) {
  const locale = await knownLocale(params)
  const { checkMail: words } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path="/sign/check-your-mail">
      <CheckMailPanel
        letterHref={`/${locale}`}
        lifetime={await describeLifetime(locale)}
        limits={await describeLimits(locale)}
        words={words}
      >
        <CodeSection locale={locale} />
      </CheckMailPanel>
    </CampaignPage>
  )
}
