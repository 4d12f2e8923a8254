import { getMessages } from 'next-intl/server'
import { OutcomePanel } from '#components/sign/OutcomePanel.tsx'
import { ButtonLink } from '#components/ui/Button.tsx'
import { unlistedPage } from '../../../page-metadata.ts'
import { CampaignPage } from '../../campaign-page.tsx'
import { knownLocale } from '../../known-locale.ts'

export function generateStaticParams() {
  return [{ outcome: 'done' }, { outcome: 'not-valid' }]
}

export const generateMetadata = unlistedPage(messages => messages.unsubscribe.title)

export default async function UnsubscribeOutcomePage({
  params,
}: PageProps<'/[locale]/unsubscribe/[outcome]'>) {
  const { outcome } = await params
  const locale = await knownLocale(params)
  const { unsubscribe: words, selfService } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path={`/unsubscribe/${outcome}`} hasSigned={outcome === 'done'}>
      <OutcomePanel {...(outcome === 'done' ? words.done : words.notValid)} pulse="flat">
        <ButtonLink look="quiet" href={`/${locale}/my-signature`}>
          {selfService.title}
        </ButtonLink>
      </OutcomePanel>
    </CampaignPage>
  )
}
