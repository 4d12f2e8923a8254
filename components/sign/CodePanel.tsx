import type { ReactNode } from 'react'
import styles from './Panel.module.css'

type CodePanelProps = { title: string; lead: string; children: ReactNode }

/** Another way to confirm, for those whose link does not open. */
export function CodePanel({ title, lead, children }: CodePanelProps) {
  return (
    <section className={styles.code} aria-labelledby="code-title">
      <h2 id="code-title" className={styles.subtitle}>
        {title}
      </h2>
      <p>{lead}</p>
      {children}
    </section>
  )
}
