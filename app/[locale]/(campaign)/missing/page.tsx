import { getMessages } from 'next-intl/server'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Problem } from '#components/ui/Problem.tsx'
import { CampaignPage } from '../campaign-page.tsx'
import { unlistedMetadata } from '../page-metadata.ts'

type PageProps = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: PageProps) {
  const { problems } = await getMessages({ locale: (await params).locale })
  return unlistedMetadata(problems.notFound.title)
}

/** What is sent in place of a page that is not there (server/failure-page.ts). */
export default async function MissingPage({ params }: PageProps) {
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
