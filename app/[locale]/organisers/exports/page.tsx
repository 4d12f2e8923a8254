import { getMessages, getTranslations } from 'next-intl/server'
import { ExportForm } from '#components/organisers/exports/ExportForm.tsx'
import { ExportTable } from '#components/organisers/exports/ExportTable.tsx'
import { SignatureFilters } from '#components/organisers/signatures/SignatureFilters.tsx'
import { WorkSection } from '#components/organisers/WorkSection.tsx'
import { may } from '#lib/access/roles.ts'
import { listExports } from '#lib/exports/list-exports.ts'
import { countSignatures } from '#lib/moderation/count-signatures.ts'
import { filtersOf, queryOf, readTableQuery } from '#lib/signatures/filters/filters.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedMetadata } from '../../(campaign)/page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { formatterIn } from '../formatter.ts'
import { filterChoices } from '../signatures/filter-choices.ts'

type PageProps = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const PATH = '/organisers/exports'

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await params
  return unlistedMetadata((await getMessages({ locale })).organisers.rooms.exports)
}

/** Signatures as a file: which, how many, in which columns and format. */
export default async function ExportsPage({ params, searchParams }: PageProps) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('export-public', locale, { fresh: true })
  const asked = await searchParams
  const filters = filtersOf(readTableQuery(asked))
  const [{ organisers }, t, format, matches, runs] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.exports' }),
    formatterIn(locale),
    countSignatures(filters),
    listExports(),
  ])
  const words = organisers.exports
  const href = `/${locale}${PATH}`
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      room="exports"
      path={`${PATH}${queryOf(filters)}`}
      lead={words.lead}
    >
      <SignatureFilters
        href={href}
        chosen={filters}
        isSaved={false}
        choices={await filterChoices(locale)}
        words={organisers.signatures.filters}
        look="quiet"
      />
      <ExportForm
        action={`${href}/file`}
        filters={filters}
        matches={
          matches.isExact
            ? t('matches', { count: matches.count })
            : t('about', { count: Number(matches.count.toPrecision(2)) })
        }
        mayExportAll={may(organiser.role, 'export-all')}
        outcome={typeof asked.outcome === 'string' ? asked.outcome : undefined}
        words={words}
      />
      <WorkSection id="runs" title={words.runs.title} lead={words.runs.lead}>
        <ExportTable
          runs={runs.map(run => ({
            id: run.id,
            fileName: run.fileName,
            startedAt: format.dateTime(run.startedAt, {
              dateStyle: 'medium',
              timeStyle: 'short',
            }),
            rows: format.number(run.rows),
            state: words.runs.states[run.state],
            fileHash: run.fileHash,
          }))}
          words={words.runs}
        />
      </WorkSection>
    </ConsolePage>
  )
}
