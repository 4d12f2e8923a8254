import { getMessages } from 'next-intl/server'
import { Pager } from '#components/signatories/Pager.tsx'
import { StatementWall } from '#components/signatories/StatementWall.tsx'
import { Page } from '#components/ui/Page.tsx'
import { listStatements } from '#lib/signatures/list-statements.ts'
import { listedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'
import { knownLocale } from '../known-locale.ts'
import { ProblemPage } from '../problem-page.tsx'

const PATH = '/statements'

export const generateMetadata = listedPage(PATH, ({ statements: { title, lead } }) => ({
  title,
  description: lead,
}))

/** Why people sign, in their own words. */
export default async function StatementsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/statements'>) {
  const locale = await knownLocale(params)
  const { after } = await searchParams
  const cursor = typeof after === 'string' ? after : undefined
  const page = await listStatements(cursor).catch(() => null)
  if (!page) return <ProblemPage locale={locale} path={PATH} problem="error" />
  const { signatories, next } = page
  const { statements: words, signatories: pagerWords, site } = await getMessages({ locale })
  const href = `/${locale}${PATH}`
  return (
    <CampaignPage locale={locale} path={PATH}>
      <Page title={words.title} lead={words.lead}>
        {signatories.length === 0 && <p>{words.empty}</p>}
        <StatementWall signatories={signatories} comma={site.comma} />
        <Pager
          {...(next && { nextHref: `${href}?after=${next}` })}
          {...(cursor && { newestHref: href })}
          words={pagerWords}
        />
      </Page>
    </CampaignPage>
  )
}
