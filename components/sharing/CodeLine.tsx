import type { ReactNode } from 'react'
import styles from './CodeLine.module.css'

type CodeLineProps = {
  id: string
  label: string
  code: string
  /** What to know before using it. */
  children?: ReactNode
}

/** A line of HTML to copy: one click selects all of it, with or without a script. */
export function CodeLine({ id, label, code, children }: CodeLineProps) {
  return (
    <div className={styles.line}>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} className={styles.code} readOnly rows={3} spellCheck={false} dir="ltr">
        {code}
      </textarea>
      {children && <p className={styles.note}>{children}</p>}
    </div>
  )
}
