import type { ListedSignature } from '#lib/moderation/list-signatures.ts'
import type { QueueAge } from '#lib/moderation/queue-age.ts'
import type { Messages } from '#lib/text/messages.ts'
import styles from './StateCell.module.css'

type StateCellProps = {
  row: ListedSignature & { age: QueueAge | null }
  words: Messages['organisers']['signatures']
  reportReasons: Record<string, string>
}

/** Where a signature stands and why, in words: no colour has to be understood. */
export function StateCell({ row, words, reportReasons }: StateCellProps) {
  const { status, holdReasons, reports, statementStatus } = row
  const notes = [
    ...(row.isTrial ? [words.table.trial] : []),
    ...(row.age ? [words.ages[row.age]] : []),
    ...(status === 'held' ? holdReasons.map(reason => words.reasons[reason]) : []),
    ...(reports.length > 0
      ? [
          `${words.table.reportedFor} ${reports.map(code => reportReasons[code] ?? code).join(', ')}`,
        ]
      : []),
    ...(statementStatus === 'waiting' && status === 'confirmed'
      ? [`${words.filters.statement} – ${words.statementStatuses.waiting}`]
      : []),
    ...(row.isDomainVerified ? [words.marks.verified] : []),
    ...(row.isHidden ? [words.marks.hidden] : []),
    ...(row.featuredOrder === null ? [] : [`${words.marks.featured} (${row.featuredOrder})`]),
    ...(status === 'confirmed' && !row.isPublic ? [words.table.notShown] : []),
  ]
  return (
    <div className={styles.cell}>
      <span className={styles[status]}>{words.statuses[status]}</span>
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
