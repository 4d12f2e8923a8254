import styles from './FeaturedSignatories.module.css'

type FeaturedSignatoriesProps = {
  /** In the order that organisers gave them. */
  people: { id: string; name: string; detail: string; statement: string | null }[]
}

/** Some of those who signed, with why, before the newest names. */
export function FeaturedSignatories({ people }: FeaturedSignatoriesProps) {
  return (
    <ul className={styles.people}>
      {people.map(({ id, name, detail, statement }) => (
        <li key={id} className={styles.person}>
          {statement && (
            <blockquote className={styles.statement}>
              <bdi>{statement}</bdi>
            </blockquote>
          )}
          <div className={styles.name}>
            <bdi>{name}</bdi>
          </div>
          {detail && (
            <div className={styles.detail}>
              <bdi>{detail}</bdi>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
