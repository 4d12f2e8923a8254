import type { ReactNode } from 'react'
import styles from './DataRows.module.css'

/** More columns than these may have to scroll within their place, even on a desktop. */
const FEW_COLUMNS = 6

// What scrolls within itself must be reachable by keyboard (WCAG 2.1.1).
const reachable = { tabIndex: 0 }

export type Column = {
  name: string
  isNumber?: boolean
  /** What tells it from another of the same name. */
  id?: string
}

type DataRowsProps = {
  /** What the table is called. */
  label: string
  columns: Column[]
  /** The first cell of a row names it. */
  rows: { id: string | number; cells: ReactNode[] }[]
}

/** A table of the console; where its columns have no room each row is a block, each cell beside its name. */
export function DataRows({ label, columns, rows }: DataRowsProps) {
  return (
    <div className={styles.place} {...(columns.length > FEW_COLUMNS && reachable)}>
      <table className={styles.rows} aria-label={label}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={keyOf(column)} scope="col" className={lookOf(column)}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells: [first, ...others] }) => (
            <tr key={id}>
              <th scope="row" className={lookOf(columns[0])}>
                {first}
              </th>
              {columns.slice(1).map((column, place) => (
                <td key={keyOf(column)} data-name={column.name} className={lookOf(column)}>
                  <div>{others[place]}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function keyOf({ id, name }: Column) {
  return id ?? name
}

function lookOf(column: Column | undefined) {
  return column?.isNumber ? styles.number : undefined
}
