import { getMessages } from 'next-intl/server'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Problem } from '#components/ui/Problem.tsx'
import { CampaignPage } from './campaign-page.tsx'

type ProblemPageProps = {
  locale: string
  /** This page's path and query below the language: where trying again leads. */
  path: string
  problem: 'error' | 'tooMany'
}

/** A page that could not be made now, in the reader's language, with a way on. */
export async function ProblemPage({ locale, path, problem }: ProblemPageProps) {
  const { problems: words } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path={path}>
      <Problem {...words[problem]}>
        <ButtonLink href={`/${locale}${path}`}>{words.retry}</ButtonLink>
      </Problem>
    </CampaignPage>
  )
}
