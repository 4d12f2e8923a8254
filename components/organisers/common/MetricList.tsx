import styles from './MetricList.module.css'

type MetricListProps = {
  /** Numbers in words of the reader's language, under their names. */
  metrics: readonly (readonly [name: string, value: string])[]
}

/** A few large numbers beside each other. */
export function MetricList({ metrics }: MetricListProps) {
  return (
    <dl className={styles.metrics}>
      {metrics.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
