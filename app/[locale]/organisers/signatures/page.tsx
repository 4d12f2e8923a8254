import { getMessages, getTranslations } from 'next-intl/server'
import { SELECTION_FORM } from '#components/organisers/signatures/BulkForm.tsx'
import { SavedSearches } from '#components/organisers/signatures/SavedSearches.tsx'
import { SignatureFilters } from '#components/organisers/signatures/SignatureFilters.tsx'
import { SignatureTable } from '#components/organisers/signatures/SignatureTable.tsx'
import { TablePager } from '#components/organisers/signatures/TablePager.tsx'
import { may } from '#lib/access/roles.ts'
import { countSignatures } from '#lib/moderation/count-signatures.ts'
import { type ListedSignature, listSignatures } from '#lib/moderation/list-signatures.ts'
import { queueAge } from '#lib/moderation/queue-age.ts'
import { filtersOf, queryOf, readTableQuery } from '#lib/signatures/filters/filters.ts'
import { countryName } from '#lib/text/countries.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { formatterIn } from '../formatter.ts'
import { actAction } from './actions.ts'
import { BulkSection } from './bulk/bulk-section.tsx'
import { filterChoices } from './filter-choices.ts'
import { OutcomeNotice } from './outcome-notice.tsx'
import { savedSearches } from './saved-searches.ts'

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
  const [{ organisers, report }, page, matches] = await Promise.all([
    getMessages({ locale }),
    listSignatures(organiser, query),
    countSignatures(filters),
  ])
  const words = organisers.signatures
  const searches = await savedSearches(locale, filters)
  const isModerator = may(organiser.role, 'moderate')
  const href = `/${locale}${PATH}`
  const at = (place: object) => `${href}${queryOf({ ...filters, ...place })}`
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
      <OutcomeNotice locale={locale} outcome={asked.notice} />
      <p role="status">{await describeMatches(locale, matches)}</p>
      {page.signatures.length > 0 && (
        <SignatureTable
          rows={await rowsIn(locale, page.signatures)}
          act={actAction.bind(null, locale)}
          back={queryOf(query)}
          {...(isModerator && { selectionForm: SELECTION_FORM })}
          words={words}
          reportReasons={report.reasons}
        />
      )}
      <TablePager
        newerHref={page.previous && at({ before: page.previous })}
        olderHref={page.next && at({ after: page.next })}
        words={words.pages}
      />
      {isModerator && page.signatures.length > 0 && (
        <BulkSection locale={locale} filters={filters} />
      )}
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

async function rowsIn(locale: string, signatures: ListedSignature[]) {
  const format = formatterIn(locale)
  const now = new Date()
  return signatures.map(row => ({
    ...row,
    age: row.heldSince && queueAge(row.heldSince, now),
    where: row.country ? countryName(row.country, locale) : '',
    submitted: format.dateTime(row.submittedAt, { dateStyle: 'medium', timeStyle: 'short' }),
    href: `/${locale}${PATH}/${row.id}`,
  }))
}
