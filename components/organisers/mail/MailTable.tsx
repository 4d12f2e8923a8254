import { DataRows } from '#components/organisers/common/DataRows.tsx'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import type { Messages } from '#lib/text/messages.ts'

const COLUMNS = [
  'written',
  'sent',
  'delivered',
  'bounced',
  'complained',
  'asked',
  'confirmed',
] as const

const TIMES = ['delivery', 'confirming'] as const

type MailTableProps = {
  id: string
  title: string
  /** Heading of the first column. */
  first: string
  rows: {
    name: string
    /** Midnight UTC, of a row that tells of one day. */
    day?: Date
    counts: Record<(typeof COLUMNS)[number], number>
    /** Median times to delivery and to confirming, in words. */
    times?: string[]
  }[]
  words: Messages['organisers']['mail']['table']
  formatCount: (count: number) => string
}

/** Results of mails, a row for each day or each domain. */
export function MailTable({ id, title, first, rows, words, formatCount }: MailTableProps) {
  const times = rows.some(each => each.times) ? TIMES : []
  return (
    <WorkSection id={id} title={title}>
      {rows.length === 0 && <p>{words.none}</p>}
      {rows.length > 0 && (
        <DataRows
          label={title}
          columns={[
            { name: first },
            ...[...COLUMNS, ...times].map(column => ({ name: words[column], isNumber: true })),
          ]}
          rows={rows.map(row => ({
            id: row.name,
            cells: [
              row.day ? (
                <time key="name" dateTime={row.day.toISOString().slice(0, 10)}>
                  {row.name}
                </time>
              ) : (
                <bdi key="name">{row.name}</bdi>
              ),
              ...COLUMNS.map(column => formatCount(row.counts[column])),
              ...(row.times ?? []),
            ],
          }))}
        />
      )}
    </WorkSection>
  )
}
