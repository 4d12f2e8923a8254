import type { ReactNode } from 'react'
import styles from './Panel.module.css'

type PanelProps = {
  id: string
  title: string
  /** What the panel shows, in one sentence. */
  lead?: string
  /** Takes the whole width. */
  isWide?: boolean
  children: ReactNode
}

/** One part of the overview under its heading. */
export function Panel({ id, title, lead, isWide, children }: PanelProps) {
  return (
    <section className={isWide ? styles.wide : styles.panel} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={styles.title}>
        {title}
      </h2>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </section>
  )
}

/** Panels side by side where there is room. */
export function Panels({ children }: { children: ReactNode }) {
  return <div className={styles.panels}>{children}</div>
}
