import type { ReactNode } from 'react'
import styles from './BothReadings.module.css'

type BothReadingsProps = { individual: ReactNode; organisation: ReactNode }

/** One control, two readings: CSS shows that of the kind of signature that is chosen. */
export function BothReadings({ individual, organisation }: BothReadingsProps) {
  return (
    <>
      <span className={styles.forOrganisation}>{organisation}</span>
      <span className={styles.forIndividual}>{individual}</span>
    </>
  )
}
