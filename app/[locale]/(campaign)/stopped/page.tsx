import { getMessages } from 'next-intl/server'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Problem } from '#components/ui/Problem.tsx'
import { CampaignPage } from '../campaign-page.tsx'
import { unlistedMetadata } from '../page-metadata.ts'

type PageProps = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: PageProps) {
  const { problems } = await getMessages({ locale: (await params).locale })
  return unlistedMetadata(problems.error.title)
}

/** What is sent in place of a page that failed (server/failure-page.ts): its link asks for that page again. */
export default async function StoppedPage({ params }: PageProps) {
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
