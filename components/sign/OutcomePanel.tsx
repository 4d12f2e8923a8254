import type { ReactNode } from 'react'
import { Pulse } from '#components/ui/Pulse.tsx'
import styles from './Panel.module.css'

type OutcomePanelProps = {
  title: string
  lead: string
  /** signature once it counts; flat where a link leads nowhere; none while it still waits. */
  pulse: 'signature' | 'flat' | 'none'
  /** The tally, the way on, how to share. */
  children?: ReactNode
}

/** Outcome of confirming: confirmed, already confirmed, or a link that does not work. */
export function OutcomePanel({ title, lead, pulse, children }: OutcomePanelProps) {
  return (
    <>
      {pulse !== 'none' && (
        <div className={styles.stroke}>
          <Pulse variant={pulse} />
        </div>
      )}
      <div className={styles.panel}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
      </div>
    </>
  )
}
