import type { ReactNode } from 'react'
import styles from './PassOn.module.css'

type PassOnProps = { title: string; lead: string; children: ReactNode }

/** What to do next, once one has signed: pass the letter on. */
export function PassOn({ title, lead, children }: PassOnProps) {
  return (
    <section className={styles.next} aria-labelledby="share-title">
      <h2 id="share-title" className={styles.title}>
        {title}
      </h2>
      <p>{lead}</p>
      {children}
    </section>
  )
}
