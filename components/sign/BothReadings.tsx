import type { ReactNode } from 'react'
import styles from './BothReadings.module.css'

type BothReadingsProps = { individual: ReactNode; organisation: ReactNode }

/** One control, two readings: CSS shows that of the kind of signature that is chosen. */
export function BothReadings({ individual, organisation }: BothReadingsProps) {
  return (
    <>
      <span className={styles.forOrganisation}>{organisation}</span>
      {/* For browsers that show both: those without :has, and those without styles. */}
      <span className={styles.between}> / </span>
      <span className={styles.forIndividual}>{individual}</span>
    </>
  )
}
