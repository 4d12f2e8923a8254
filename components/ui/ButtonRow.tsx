import type { ReactNode } from 'react'
import styles from './ButtonRow.module.css'

/** Several ways on, apart from each other whether they stand in a line or below one another. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
