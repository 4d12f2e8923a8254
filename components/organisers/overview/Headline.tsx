import styles from './Headline.module.css'

/** One number and what it counts. */
export type Fact = { name: string; count: string; note?: string }

type HeadlineProps = {
  /** The number that everybody asks for. */
  main: Fact
  facts: Fact[]
}

/** The campaign's numbers, the first one large. */
export function Headline({ main, facts }: HeadlineProps) {
  return (
    <div className={styles.place}>
      <dl className={styles.headline}>
        <div className={styles.main}>
          <dt>{main.name}</dt>
          <dd>{main.count}</dd>
          {main.note && <dd className={styles.note}>{main.note}</dd>}
        </div>
        {facts.map(({ name, count, note }) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{count}</dd>
            {note && <dd className={styles.note}>{note}</dd>}
          </div>
        ))}
      </dl>
    </div>
  )
}
