import type { ReactNode } from 'react'
import styles from './Work.module.css'

type WorkSectionProps = {
  id: string
  title: string
  lead?: string | undefined
  children: ReactNode
}

/** One piece of work on a page of the console, as wide as the page. */
export function WorkSection({ id, title, lead, children }: WorkSectionProps) {
  return (
    <section id={id} className={styles.wideWork} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </section>
  )
}
