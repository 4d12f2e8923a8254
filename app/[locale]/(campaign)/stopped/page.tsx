import { getMessages } from 'next-intl/server'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Problem } from '#components/ui/Problem.tsx'
import { unlistedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'

export const generateMetadata = unlistedPage(messages => messages.problems.error.title)

/** What is sent in place of a page that failed (server/failure-page.ts): its link asks for that page again. */
export default async function StoppedPage({ params }: PageProps<'/[locale]/stopped'>) {
  const { locale } = await params
  const { problems } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path="" isKept>
      <Problem {...problems.error}>
        <ButtonLink href="">{problems.retry}</ButtonLink>
      </Problem>
    </CampaignPage>
  )
}
