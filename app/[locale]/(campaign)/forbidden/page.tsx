import { getMessages } from 'next-intl/server'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Problem } from '#components/ui/Problem.tsx'
import { unlistedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.forbidden.title)

/** What is sent in place of a page that a role does not open (server/failure-page.ts). */
export default async function ForbiddenPage({ params }: PageProps<'/[locale]/forbidden'>) {
  const { locale } = await params
  const { organisers } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path="" isKept>
      <Problem {...organisers.forbidden}>
        <ButtonLink href={`/${locale}/organisers`}>{organisers.navigation.overview}</ButtonLink>
      </Problem>
    </CampaignPage>
  )
}
