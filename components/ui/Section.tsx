import type { ReactNode } from 'react'
import { Pulse } from './Pulse.tsx'
import styles from './Section.module.css'

type SectionProps = {
  /** Fragment that leads here, and base of the heading's id. */
  id: string
  title: string
  lead?: string
  /** Whether the stroke runs across the page before it. */
  hasPulse?: boolean
  /** Whether it is left out on paper, because it only leads elsewhere. */
  isForScreens?: boolean
  children: ReactNode
}

/** A part of a page with a heading, that a link can lead to. */
export function Section(props: SectionProps) {
  const { id, title, lead, hasPulse = false, isForScreens = false, children } = props
  const className = isForScreens ? styles.onScreen : styles.section
  return (
    <section id={id} className={className} aria-labelledby={`${id}-title`}>
      {hasPulse && <Pulse variant="divider" />}
      <div className={styles.inner}>
        <div>
          <h2 id={`${id}-title`} className={styles.title}>
            {title}
          </h2>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        <div>{children}</div>
      </div>
    </section>
  )
}
