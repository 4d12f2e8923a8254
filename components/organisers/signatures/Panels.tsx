import type { ReactNode } from 'react'
import styles from './Panels.module.css'

/** The three stacks of the page of one signature; where there is room, the second stands beside both others. */
export function Panels({ children }: { children: ReactNode }) {
  return (
    <div className={styles.place}>
      <div className={styles.panels}>{children}</div>
    </div>
  )
}

/** Panels that stay below one another. */
export function PanelStack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>
}

type PanelProps = {
  /** Fragment that leads here, and base of the heading's id. */
  id: string
  title: string
  lead?: string
  children: ReactNode
}

/** One of them, with its heading. */
export function Panel({ id, title, lead, children }: PanelProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={styles.panel}>
      <h2 id={`${id}-title`} className={styles.title}>
        {title}
      </h2>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </section>
  )
}
