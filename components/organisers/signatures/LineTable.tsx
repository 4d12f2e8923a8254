import type { ReactNode } from 'react'
import styles from './LineTable.module.css'

type LineTableProps = {
  caption: string
  heads: string[]
  /** The first cell of a line names it. */
  lines: { id: string; cells: ReactNode[] }[]
}

// What scrolls within itself must be reachable by keyboard (WCAG 2.1.1).
const reachable = { tabIndex: 0 }

/** A plain table of a few columns, which scrolls within itself where it does not fit. */
export function LineTable({ caption, heads, lines }: LineTableProps) {
  return (
    <div className={styles.scroll} {...reachable}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, cells: [first, ...others] }) => (
            <tr key={id}>
              <th scope="row">{first}</th>
              {others.map((cell, place) => (
                <td key={heads[place + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
