import type { ReactNode } from 'react'
import styles from './Problem.module.css'
import { Pulse } from './Pulse.tsx'

type ProblemProps = {
  title: string
  lead: ReactNode
  /** The way on: a ButtonLink, or a Button that tries again. */
  children: ReactNode
}

/** A page that could not be shown: the line is flat. */
export function Problem({ title, lead, children }: ProblemProps) {
  return (
    <div className={styles.problem}>
      <Pulse variant="flat" />
      <div className={styles.inner}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
      </div>
    </div>
  )
}
