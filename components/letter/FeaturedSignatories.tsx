import { Fragment } from 'react'
import styles from './FeaturedSignatories.module.css'

type FeaturedSignatoriesProps = {
  /** In the order that organisers gave them. */
  people: { id: string; name: string; details: string[]; statement: string | null }[]
  comma: string
}

/** Some of those who signed, with why, before the newest names. */
export function FeaturedSignatories({ people, comma }: FeaturedSignatoriesProps) {
  return (
    <ul className={styles.people}>
      {people.map(({ id, name, details, statement }) => (
        <li key={id} className={styles.person}>
          {statement && (
            <blockquote className={styles.statement}>
              <bdi>{statement}</bdi>
            </blockquote>
          )}
          <div className={styles.name}>
            <bdi>{name}</bdi>
          </div>
          {details.length > 0 && (
            <div className={styles.detail}>
              {details.map((detail, index) => (
                <Fragment key={detail}>
                  {index > 0 && comma}
                  <bdi>{detail}</bdi>
                </Fragment>
              ))}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
