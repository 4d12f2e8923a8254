import type { ReactNode } from 'react'
import styles from './DataRows.module.css'

type DataRowsProps = {
  /** What the table is called where no heading stands before it. */
  label?: string
  /** Its head and body. */
  children: ReactNode
}

// What scrolls within itself must be reachable by keyboard (WCAG 2.1.1).
const reachable = { tabIndex: 0 }

/** A table of the console, which scrolls within itself where it does not fit. */
export function DataRows({ label, children }: DataRowsProps) {
  return (
    <div className={styles.scroll} {...reachable}>
      <table className={styles.rows} aria-label={label}>
        {children}
      </table>
    </div>
  )
}
