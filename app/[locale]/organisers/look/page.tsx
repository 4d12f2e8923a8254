import { getFormatter, getMessages } from 'next-intl/server'
import { readHeld, readWaitingStatements } from '#lib/organisers/look-at-signatures.ts'
import { readReportedNames } from '#lib/organisers/reported-names.ts'
import { readRetentionRuns } from '#lib/organisers/retention-runs.ts'
import { dayInWords } from '#lib/words.ts'
import { HeldList } from '../../../../components/organisers/HeldList.tsx'
import { ReportedList } from '../../../../components/organisers/ReportedList.tsx'
import { RetentionTable } from '../../../../components/organisers/RetentionTable.tsx'
import { StatementList } from '../../../../components/organisers/StatementList.tsx'
import { Section } from '../../../../components/ui/Section.tsx'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedMetadata } from '../../(campaign)/page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { decideReportedAction, decideStatementAction, releaseAction } from '../actions.ts'
import { ConsolePage } from '../console-page.tsx'

type PageProps = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await params
  return unlistedMetadata((await getMessages({ locale })).organisers.rooms.look)
}

/** What waits for an organiser's look. */
export default async function LookPage({ params }: PageProps) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('moderate', locale)
  const [{ organisers: words, report }, format, held, reported, statements, runs] =
    await Promise.all([
      getMessages({ locale }),
      getFormatter({ locale }),
      readHeld(),
      readReportedNames(),
      readWaitingStatements(),
      readRetentionRuns(),
    ])
  return (
    <ConsolePage locale={locale} organiser={organiser} room="look">
      <Section id="held" title={words.held.title} lead={words.held.lead}>
        <HeldList held={held} release={releaseAction.bind(null, locale)} words={words.held} />
      </Section>
      <Section id="reported" title={words.reported.title} lead={words.reported.lead}>
        <ReportedList
          reported={reported}
          decide={decideReportedAction.bind(null, locale)}
          words={words.reported}
          reasons={report.reasons}
        />
      </Section>
      <Section id="statements" title={words.statements.title} lead={words.statements.lead}>
        <StatementList
          statements={statements}
          decide={decideStatementAction.bind(null, locale)}
          words={words.statements}
        />
      </Section>
      <Section id="retention" title={words.retention.title} lead={words.retention.lead}>
        <RetentionTable
          runs={runs.map(({ id, rule, rows, at }) => ({
            id,
            rule,
            rows: format.number(rows),
            day: dayInWords(locale, at),
          }))}
          words={words.retention}
        />
      </Section>
    </ConsolePage>
  )
}
