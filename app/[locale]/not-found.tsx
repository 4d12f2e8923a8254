import { getLocale, getMessages } from 'next-intl/server'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Problem } from '#components/ui/Problem.tsx'
import { CampaignPage } from './(campaign)/campaign-page.tsx'

/** An address below a language that leads nowhere. */
export default async function NotFound() {
  const locale = await getLocale()
  const { problems } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path="" isKept>
      <title>{problems.notFound.title}</title>
      <Problem {...problems.notFound}>
        <ButtonLink href={`/${locale}`}>{problems.back}</ButtonLink>
      </Problem>
    </CampaignPage>
  )
}
