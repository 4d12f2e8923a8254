import { headers } from 'next/headers'
import { getMessages, getTranslations } from 'next-intl/server'
import { Pager } from '#components/signatories/Pager.tsx'
import { SignatoryFilters } from '#components/signatories/SignatoryFilters.tsx'
import { SignatoryList } from '#components/signatories/SignatoryList.tsx'
import { ButtonLink } from '#components/ui/Button.tsx'
import { Page } from '#components/ui/Page.tsx'
import { isSigningOpen, knownCampaignState } from '#lib/campaign/campaign-cache.ts'
import { readCampaign } from '#lib/content/campaign.ts'
import { CLIENT_ADDRESS_HEADER } from '#lib/security/client-address.ts'
import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import {
  type SignatoryFilters as Filters,
  listSignatories,
  signatoryFilters,
} from '#lib/signatures/list-signatories.ts'
import type { PublicSignatory } from '#lib/signatures/public-signatory.ts'
import { verifiedDomain } from '#lib/signatures/trust/mail-domains.ts'
import { countriesIn, countryName } from '#lib/text/countries.ts'
import { formatDay } from '#lib/text/messages.ts'
import { listedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'
import { knownLocale } from '../known-locale.ts'
import { ProblemPage } from '../problem-page.tsx'
import { describeTally } from '../tally-words.ts'

const PATH = '/signatories'

export const generateMetadata = listedPage(PATH, ({ signatories: { title, lead } }) => ({
  title,
  description: lead,
}))

/** The public list: newest first, searched and filtered by its address. */
export default async function SignatoriesPage({
  params,
  searchParams,
}: PageProps<'/[locale]/signatories'>) {
  const locale = await knownLocale(params)
  const asked = withoutEmpty(await searchParams)
  const filters = signatoryFilters.parse(asked)
  const { signatories: words, site } = await getMessages({ locale })
  const address = (await headers()).get(CLIENT_ADDRESS_HEADER) ?? ''
  const path = `${PATH}${queryOf(filters)}`
  if (asked.q && (await consumeRateLimit('search', address))) {
    return <ProblemPage locale={locale} path={path} problem="tooMany" />
  }
  const page = await listSignatories(filters).catch(() => null)
  if (!page) return <ProblemPage locale={locale} path={path} problem="error" />
  const { signatories, next } = page
  const show = await listedIn(locale)
  const href = `/${locale}${PATH}`
  return (
    <CampaignPage locale={locale} path={path}>
      <Page title={words.title} lead={words.lead}>
        {(signatories.length > 0 || isFiltered(filters)) && (
          <SignatoryFilters
            href={href}
            chosen={{ ...filters, ...(filters.q && { q: String(asked.q) }) }}
            categories={readCampaign(locale).categories}
            countries={countriesIn(locale)}
            words={words}
          />
        )}
        {(await knownCampaignState()) === 'preview' && <p>{words.preview}</p>}
        {signatories.length === 0 &&
          (isFiltered(filters) ? <p>{words.empty}</p> : <NobodyYet locale={locale} />)}
        <SignatoryList
          signatories={signatories.map(show)}
          count={isFiltered(filters) ? undefined : await describeTally(locale)}
          reportHref={`${href}/report`}
          comma={site.comma}
          words={words}
        />
        <Pager
          {...(next && { nextHref: `${href}${queryOf({ ...filters, after: next })}` })}
          {...(filters.after && {
            newestHref: `${href}${queryOf({ ...filters, after: undefined })}`,
          })}
          words={words}
        />
      </Page>
    </CampaignPage>
  )
}

/** People may have signed whose names are not to be shown. */
async function noNamesWhileShut(locale: string) {
  const { signatories } = await getMessages({ locale })
  return (await knownCampaignState()) === 'paused'
    ? signatories.emptyPaused
    : signatories.emptyClosed
}

/** The list before the first name: who reads it may be the first, while one can sign. */
async function NobodyYet({ locale }: { locale: string }) {
  const { signatories, site } = await getMessages({ locale })
  if (!(await isSigningOpen())) return <p>{await noNamesWhileShut(locale)}</p>
  return (
    <>
      <p>{signatories.emptyList}</p>
      <ButtonLink href={`/${locale}#sign`}>{site.sign}</ButtonLink>
    </>
  )
}

/** Puts the codes of a signatory into words of the reader's language. */
async function listedIn(locale: string) {
  const t = await getTranslations({ locale, namespace: 'signatories' })
  const categories = new Map(readCampaign(locale).categories.map(({ code, name }) => [code, name]))
  const verified = (domain: string | null) => (domain ? t('verified', { domain }) : undefined)
  return (signatory: PublicSignatory) => ({
    ...signatory,
    verified: verified(verifiedDomain(signatory)),
    country: signatory.country && countryName(signatory.country, locale),
    category: categories.get(signatory.category ?? '') ?? null,
    since: formatDay(locale, signatory.confirmedAt),
    representedBy: t('represented', { name: signatory.name }),
  })
}

function withoutEmpty(query: Record<string, string | string[] | undefined>) {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
}

function isFiltered({ q, kind, category, country, after }: Filters) {
  return Boolean(q || kind || category || country || after)
}

function queryOf({ q, kind, category, country, after }: Filters) {
  const pairs = Object.entries({ q, kind, category, country, after })
  const query = new URLSearchParams(pairs.filter((pair): pair is [string, string] => !!pair[1]))
  return query.size > 0 ? `?${query}` : ''
}
