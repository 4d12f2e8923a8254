import type { Overview } from '#lib/organisers/overview.ts'
import type { Words } from '#lib/words.ts'
import styles from './OverviewTable.module.css'

type OverviewTableProps = {
  counts: Overview
  words: Words['organisers']['overview']
  formatCount: (count: number) => string
}

const ROWS = ['confirmed', 'confirmedToday', 'pending', 'mailsWaiting', 'mailsFailed'] as const

/** The numbers that organisers watch. */
export function OverviewTable({ counts, words, formatCount }: OverviewTableProps) {
  return (
    <table className={styles.table}>
      <tbody>
        {ROWS.map(row => (
          <tr key={row}>
            <th scope="row">{words[row]}</th>
            <td>{formatCount(counts[row])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
