import { getFormatter, getMessages } from 'next-intl/server'
import { readOverview } from '#lib/organisers/overview.ts'
import { OverviewTable } from '../../../components/organisers/OverviewTable.tsx'
import { knownLocale } from '../(campaign)/known-locale.ts'
import { unlistedMetadata } from '../(campaign)/page-metadata.ts'
import { organiserWhoMay } from './access.ts'
import { ConsolePage } from './console-page.tsx'
import { RetentionSection } from './retention-section.tsx'

type PageProps = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await params
  return unlistedMetadata((await getMessages({ locale })).organisers.title)
}

/** The campaign in one look. */
export default async function OverviewPage({ params }: PageProps) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('watch', locale)
  const [{ organisers: words }, format] = await Promise.all([
    getMessages({ locale }),
    getFormatter({ locale }),
  ])
  return (
    <ConsolePage locale={locale} organiser={organiser} room="overview">
      <OverviewTable
        counts={await readOverview()}
        words={words.overview}
        formatCount={count => format.number(count)}
      />
      <h2>{words.export.heading}</h2>
      <p>{words.export.lead}</p>
      <p>
        <code>npm run export -- --format xlsx --output signatures.xlsx</code>
      </p>
      <RetentionSection locale={locale} />
    </ConsolePage>
  )
}
