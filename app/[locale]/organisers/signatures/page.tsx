import { getMessages, getTranslations } from 'next-intl/server'
import { SELECTION_FORM } from '#components/organisers/signatures/BulkForm.tsx'
import { FilterChips } from '#components/organisers/signatures/FilterChips.tsx'
import { SavedSearches } from '#components/organisers/signatures/SavedSearches.tsx'
import { SignatureFilters } from '#components/organisers/signatures/SignatureFilters.tsx'
import { SignatureTable } from '#components/organisers/signatures/SignatureTable.tsx'
import { TablePager } from '#components/organisers/signatures/TablePager.tsx'
import { may } from '#lib/access/roles.ts'
import { countSignatures } from '#lib/moderation/count-signatures.ts'
import { findPlace } from '#lib/moderation/find-neighbours.ts'
import { listSignatures } from '#lib/moderation/list-signatures.ts'
import { filtersOf, queryOf, readTableQuery } from '#lib/signatures/filters/filters.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { actAction } from './actions.ts'
import { BulkSection } from './bulk/bulk-section.tsx'
import { filterChips } from './describe-filters.ts'
import { filterChoices } from './filter-choices.ts'
import { OutcomeNotice } from './outcome-notice.tsx'
import { removalReasons } from './removal-reasons.ts'
import { savedSearches } from './saved-searches.ts'
import { rowsBefore, tableRows } from './table-rows.ts'

const PATH = '/organisers/signatures'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.signatures)

/** Every signature, newest first, searched and filtered by the page's address. */
export default async function SignaturesPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/signatures'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('see-signatures', locale)
  const asked = await searchParams
  const query = readTableQuery(asked)
  const filters = filtersOf(query)
  const [{ organisers, report }, page, matches, decided] = await Promise.all([
    getMessages({ locale }),
    listSignatures(organiser, query),
    countSignatures(filters),
    findPlace(asked.about),
  ])
  const words = organisers.signatures
  const searches = await savedSearches(locale, filters)
  const isModerator = may(organiser.role, 'moderate')
  const href = `/${locale}${PATH}`
  const at = (place: object) => `${href}${queryOf({ ...filters, ...place })}`
  const hrefOf = (id: string) => `${href}/${id}${queryOf(query)}`
  const outcome = (
    <OutcomeNotice
      locale={locale}
      outcome={asked.notice}
      {...(decided && { href: hrefOf(decided.id) })}
    />
  )
  const hasRows = page.signatures.length > 0
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="signatures"
      path={`${PATH}${queryOf(query)}`}
      lead={words.lead}
    >
      <SavedSearches label={words.saved.label} searches={searches} />
      <p>
        <a href={`${href}/bulk`}>{words.bulk.link}</a> ·{' '}
        <a href={`${href}/trending`}>{words.trends.link}</a>
      </p>
      <SignatureFilters
        href={href}
        chosen={filters}
        isSaved={searches.some(({ isCurrent }) => isCurrent)}
        choices={await filterChoices(locale)}
        words={words.filters}
      />
      <FilterChips chips={await filterChips(locale, filters, href)} words={words.filters} />
      {!(decided && hasRows) && outcome}
      <p role="status">{await describeMatches(locale, matches)}</p>
      {hasRows && (
        <SignatureTable
          rows={tableRows(locale, page.signatures, hrefOf)}
          act={actAction.bind(null, locale)}
          back={queryOf(query)}
          {...(decided && {
            outcome: { after: rowsBefore(page.signatures, decided), line: outcome },
          })}
          {...(isModerator && { selectionForm: SELECTION_FORM })}
          words={words}
          reportReasons={report.reasons}
          removalReasons={await removalReasons(locale)}
        />
      )}
      <TablePager
        newerHref={page.previous && at({ before: page.previous })}
        olderHref={page.next && at({ after: page.next })}
        words={words.pages}
      />
      {isModerator && hasRows && <BulkSection locale={locale} filters={filters} />}
    </ConsolePage>
  )
}

type Matches = Awaited<ReturnType<typeof countSignatures>>

async function describeMatches(locale: string, { count, isExact }: Matches) {
  const t = await getTranslations({ locale, namespace: 'organisers.signatures' })
  return isExact ? t('matches', { count }) : t('about', { count: roughly(count) })
}

/** An estimate has two figures that mean something. */
function roughly(count: number) {
  return Number(count.toPrecision(2))
}
