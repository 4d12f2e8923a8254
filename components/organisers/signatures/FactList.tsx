import type { ReactNode } from 'react'
import styles from './FactList.module.css'

/** Facts with their names; one without a value is left out. */
export function FactList({ facts }: { facts: { name: string; value: ReactNode }[] }) {
  const told = facts.filter(({ value }) => value || value === 0)
  return (
    <dl className={styles.facts}>
      {told.map(({ name, value }) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
