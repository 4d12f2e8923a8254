import type { ReactNode } from 'react'
import styles from './Page.module.css'

type PageProps = { title: string; lead?: string; children: ReactNode }

/** A page beside the letter: the list of signatories, privacy. */
export function Page({ title, lead, children }: PageProps) {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      {lead && <p className={styles.lead}>{lead}</p>}
      <div className={styles.content}>{children}</div>
    </div>
  )
}
