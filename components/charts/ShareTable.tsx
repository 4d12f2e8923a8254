import shared from '#components/ui/visually-hidden.module.css'
import styles from './ShareTable.module.css'

/** One line: `share` from 0 to 1 of all, null for those who did not say; `part` in words such as "12 %". */
export type ShareLine = { name: string; count: string; share: number | null; part: string }

type ShareTableProps = {
  /** What is shared out, such as "Countries". */
  caption: string
  lines: ShareLine[]
  words: { signatures: string; part: string; none: string }
}

/** Shares of a whole: a table whose lines are bars as well. */
export function ShareTable({ caption, lines, words }: ShareTableProps) {
  const most = Math.max(0, ...lines.map(({ share }) => share ?? 0)) || 1
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead className={shared.visuallyHidden}>
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">{words.signatures}</th>
          <th scope="col">{words.part}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, count, share, part }) => (
          <tr key={name} className={share === null ? styles.unsaid : undefined}>
            <th scope="row">
              <bdi>{name}</bdi>
              {share !== null && <Bar share={share / most} />}
            </th>
            <td>{count}</td>
            <td className={styles.part}>{part}</td>
          </tr>
        ))}
        {lines.length === 0 && (
          <tr>
            <td colSpan={3}>{words.none}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function Bar({ share }: { share: number }) {
  return (
    <svg className={styles.track} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.bar} width={Math.max(0.6, share * 100)} height="1" />
    </svg>
  )
}
