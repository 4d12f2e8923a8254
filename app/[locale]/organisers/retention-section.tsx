import { getMessages } from 'next-intl/server'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { RetentionTable } from '#components/organisers/retention/RetentionTable.tsx'
import { readRetentionRuns } from '#lib/retention/retention-runs.ts'
import { formatterIn } from './formatter.ts'

/** What the site deleted by itself, at the foot of the overview. */
export async function RetentionSection({ locale }: { locale: string }) {
  const [{ organisers }, format, runs] = await Promise.all([
    getMessages({ locale }),
    formatterIn(locale),
    readRetentionRuns(),
  ])
  const words = organisers.retention
  return (
    <WorkSection id="retention" title={words.title} lead={words.lead}>
      <RetentionTable
        runs={runs.map(({ id, rule, rows, at }) => ({
          id,
          rule,
          rows: format.number(rows),
          day: format.dateTime(at, { dateStyle: 'long' }),
        }))}
        words={words}
      />
    </WorkSection>
  )
}
