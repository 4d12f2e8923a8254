import type { Words } from '#lib/words.ts'
import { wordFor } from '../ui/word-for.ts'
import styles from './RetentionTable.module.css'

type RetentionTableProps = {
  runs: {
    id: string
    /** Name of a rule of retention. */
    rule: string
    /** How many went, and on which day, in words. */
    rows: string
    day: string
  }[]
  words: Words['organisers']['retention']
}

/** What the site deleted by itself, as the privacy page promises. */
export function RetentionTable({ runs, words }: RetentionTableProps) {
  if (runs.length === 0) return <p>{words.none}</p>
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.count}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map(({ id, rule, rows, day }) => (
          <tr key={id}>
            <th scope="row">{nameOf(rule, words.rules)}</th>
            <td>{day}</td>
            <td>{rows}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A rule of an earlier version of the site keeps its code. */
function nameOf(rule: string, names: Record<string, string>) {
  return wordFor(names, rule) ?? rule
}
