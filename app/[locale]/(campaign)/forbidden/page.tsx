import { getMessages } from 'next-intl/server'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Problem } from '#components/ui/Problem.tsx'
import { CampaignPage } from '../campaign-page.tsx'
import { unlistedMetadata } from '../page-metadata.ts'

type PageProps = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: PageProps) {
  const { organisers } = await getMessages({ locale: (await params).locale })
  return unlistedMetadata(organisers.forbidden.title)
}

/** What is sent in place of a page that a role does not open (server/failure-page.ts). */
export default async function ForbiddenPage({ params }: PageProps) {
  const { locale } = await params
  const { organisers } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path="" isKept>
      <Problem {...organisers.forbidden}>
        <ButtonLink href={`/${locale}/organisers`}>{organisers.rooms.overview}</ButtonLink>
      </Problem>
    </CampaignPage>
  )
}
