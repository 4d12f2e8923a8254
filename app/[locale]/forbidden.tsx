import { getLocale, getMessages } from 'next-intl/server'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Problem } from '#components/ui/Problem.tsx'
import { CampaignPage } from './(campaign)/campaign-page.tsx'

/** A section of the console that an organiser's role does not open. */
export default async function Forbidden() {
  const locale = await getLocale()
  const { organisers } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path="" isKept>
      <title>{organisers.forbidden.title}</title>
      <Problem {...organisers.forbidden}>
        <ButtonLink href={`/${locale}/organisers`}>{organisers.navigation.overview}</ButtonLink>
      </Problem>
    </CampaignPage>
  )
}
