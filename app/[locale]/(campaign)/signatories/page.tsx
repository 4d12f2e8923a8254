import { headers } from 'next/headers'
import { Pager } from '#components/signatories/Pager.tsx'
import { SignatoryFilters } from '#components/signatories/SignatoryFilters.tsx'
import { SignatoryList } from '#components/signatories/SignatoryList.tsx'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Page } from '#components/ui/Page.tsx'
import { isSigningOpen, knownCampaignState } from '#lib/campaign/campaign-cache.ts'
import { readCampaign } from '#lib/content/campaign.ts'
import { CLIENT_ADDRESS_HEADER } from '#lib/security/client-address.ts'
import { LIST_PROBLEM_HEADER, PLACES_HEADER } from '#lib/security/own-headers.ts'
import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import {
  type AskedOfList,
  describeList,
  isFiltered,
  LIST_PATH,
  type ListDescription,
  listPath,
  readListQuery,
} from '#lib/signatures/describe-list.ts'
import { listOfPlaces, ROW_OF_PLACES } from '#lib/signatures/list-places.ts'
import type { SignatoryFilters as Filters } from '#lib/signatures/list-signatories.ts'
import { countriesIn } from '#lib/text/countries.ts'
import { readMessages } from '#lib/text/messages.ts'
import { listedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'
import { knownLocale } from '../known-locale.ts'
import { ProblemPage } from '../problem-page.tsx'
import { describeTally } from '../tally-words.ts'

export const generateMetadata = listedPage(LIST_PATH, ({ signatories: { title, lead } }) => ({
  title,
  description: lead,
}))

/** The public list: newest first, searched and filtered by its address. */
export default async function SignatoriesPage({
  params,
  searchParams,
}: PageProps<'/[locale]/signatories'>) {
  const locale = await knownLocale(params)
  const asked = await searchParams
  const filters = readListQuery(asked)
  const sent = await headers()
  // Made once for many readers by server/list-page.ts, which fills it in.
  if (sent.has(PLACES_HEADER)) {
    return <ListPage locale={locale} list={listOfPlaces(filters, asked)} cut={ROW_OF_PLACES} />
  }
  const found = await find(filters, asked, locale, sent)
  if (typeof found === 'object') return <ListPage locale={locale} list={found} />
  return <ProblemPage locale={locale} path={listPath(filters)} problem={found} />
}

/** The list, or why there is none: the server may know that already. */
async function find(
  filters: Filters,
  asked: AskedOfList,
  locale: string,
  sent: Pick<Headers, 'get'>,
): Promise<ListDescription | 'tooMany' | 'error'> {
  const problem = sent.get(LIST_PROBLEM_HEADER)
  if (problem) return problem === 'tooMany' ? problem : 'error'
  const address = sent.get(CLIENT_ADDRESS_HEADER) ?? ''
  if (filters.q && (await consumeRateLimit('search', address))) return 'tooMany'
  return describeList(filters, asked, locale).catch(() => 'error')
}

async function ListPage({ locale, list, cut }: ListPageProps) {
  const { filters, typed, path, signatories, nextHref, newestHref } = list
  const { signatories: words, site } = readMessages(locale)
  const { kind, category, country } = filters
  const href = `/${locale}${LIST_PATH}`
  return (
    <CampaignPage locale={locale} path={path}>
      <Page title={words.title} lead={words.lead}>
        {(signatories.length > 0 || isFiltered(filters)) && (
          <SignatoryFilters
            href={href}
            chosen={{ q: typed, kind, category, country }}
            categories={readCampaign(locale).categories}
            countries={countriesIn(locale)}
            words={words}
          />
        )}
        {(await knownCampaignState()) === 'preview' && <p>{words.preview}</p>}
        {signatories.length === 0 &&
          (isFiltered(filters) ? <p>{words.empty}</p> : <NobodyYet locale={locale} />)}
        <SignatoryList
          signatories={signatories}
          count={isFiltered(filters) ? undefined : await describeTally(locale)}
          reportHref={`${href}/report`}
          cut={cut}
          comma={site.comma}
          words={words}
        />
        <Pager nextHref={nextHref} newestHref={newestHref} words={words} />
      </Page>
    </CampaignPage>
  )
}

type ListPageProps = { locale: string; list: ListDescription; cut?: string }

/** People may have signed whose names are not to be shown. */
async function noNamesWhileShut(locale: string) {
  const { signatories } = readMessages(locale)
  return (await knownCampaignState()) === 'paused'
    ? signatories.emptyPaused
    : signatories.emptyClosed
}

/** The list before the first name: who reads it may be the first, while one can sign. */
async function NobodyYet({ locale }: { locale: string }) {
  const { signatories, site } = readMessages(locale)
  if (!(await isSigningOpen())) return <p>{await noNamesWhileShut(locale)}</p>
  return (
    <>
      <p>{signatories.emptyList}</p>
      <ButtonLink href={`/${locale}#sign`}>{site.sign}</ButtonLink>
    </>
  )
}
