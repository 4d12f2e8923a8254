import type { Words } from '#lib/words.ts'
import { WorkSection } from '../WorkSection.tsx'
import styles from './Mail.module.css'

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
    counts: Record<(typeof COLUMNS)[number], number>
    /** Median times to delivery and to confirming, in words. */
    times?: string[]
  }[]
  words: Words['organisers']['mail']['table']
  formatCount: (count: number) => string
}

/** What became of mails, a row for each day or each domain. */
export function MailTable({ id, title, first, rows, words, formatCount }: MailTableProps) {
  const hasTimes = rows.some(({ times }) => times)
  return (
    <WorkSection id={id} title={title}>
      {rows.length === 0 && <p>{words.none}</p>}
      {rows.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {COLUMNS.map(column => (
                <th key={column} scope="col">
                  {words[column]}
                </th>
              ))}
              {hasTimes &&
                TIMES.map(time => (
                  <th key={time} scope="col">
                    {words[time]}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, counts, times = [] }) => (
              <tr key={name}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                {COLUMNS.map(column => (
                  <td key={column} data-name={words[column]}>
                    {formatCount(counts[column])}
                  </td>
                ))}
                {times.map((time, place) => (
                  <td key={TIMES[place]} data-name={words[TIMES[place] ?? 'delivery']}>
                    {time}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </WorkSection>
  )
}
