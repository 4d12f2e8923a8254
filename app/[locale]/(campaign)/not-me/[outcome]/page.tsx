import { getMessages } from 'next-intl/server'
import { OutcomePanel } from '#components/sign/OutcomePanel.tsx'
import { ButtonLink } from '#components/ui/Button.tsx'
import { unlistedPage } from '../../../page-metadata.ts'
import { CampaignPage } from '../../campaign-page.tsx'
import { knownLocale } from '../../known-locale.ts'

export function generateStaticParams() {
  return [{ outcome: 'erased' }, { outcome: 'not-valid' }]
}

export const generateMetadata = unlistedPage(messages => messages.notMe.title)

export default async function NotMeOutcomePage({
  params,
}: PageProps<'/[locale]/not-me/[outcome]'>) {
  const { outcome } = await params
  const locale = await knownLocale(params)
  const { notMe: words, selfService, problems } = await getMessages({ locale })
  const isErased = outcome === 'erased'
  return (
    <CampaignPage locale={locale} path={`/not-me/${outcome}`}>
      <OutcomePanel {...(isErased ? words.erased : words.notValid)} pulse="flat">
        <ButtonLink look="quiet" href={isErased ? `/${locale}` : `/${locale}/my-signature`}>
          {isErased ? problems.back : selfService.title}
        </ButtonLink>
      </OutcomePanel>
    </CampaignPage>
  )
}
