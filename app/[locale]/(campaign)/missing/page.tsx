import { getMessages } from 'next-intl/server'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Problem } from '#components/ui/Problem.tsx'
import { unlistedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'

export const generateMetadata = unlistedPage(messages => messages.problems.notFound.title)

/** What is sent in place of a page that is not there (server/failure-page.ts). */
export default async function MissingPage({ params }: PageProps<'/[locale]/missing'>) {
  const { locale } = await params
  const { problems } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path="" isKept>
      <Problem {...problems.notFound}>
        <ButtonLink href={`/${locale}`}>{problems.back}</ButtonLink>
      </Problem>
    </CampaignPage>
  )
}
