import { getMessages } from 'next-intl/server'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Problem } from '#components/ui/Problem.tsx'
import { unlistedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'

export const generateMetadata = unlistedPage(messages => messages.problems.offline.title)

/** What public/sw.js shows without a network, in place of the page asked for: its link asks for that page again. */
export default async function OfflinePage({ params }: PageProps<'/[locale]/offline'>) {
  const { locale } = await params
  const { problems } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path="" isKept>
      <Problem {...problems.offline}>
        <ButtonLink href="">{problems.retry}</ButtonLink>
      </Problem>
    </CampaignPage>
  )
}
