import { Fragment } from 'react'
import styles from './NewestStatements.module.css'

type NewestStatementsProps = {
  /** `by`: the name and, where there is one, the organisation. */
  statements: { id: string; statement: string; by: string[]; day: string }[]
  words: { none: string }
}

/** What signatories say, as everybody can read it on the site. */
export function NewestStatements({ statements, words }: NewestStatementsProps) {
  if (statements.length === 0) return <p>{words.none}</p>
  return (
    <ul className={styles.list}>
      {statements.map(({ id, statement, by, day }) => (
        <li key={id}>
          <blockquote className={styles.words}>
            <bdi>{statement}</bdi>
          </blockquote>
          <p className={styles.by}>
            {by.map(part => (
              <Fragment key={part}>
                <bdi>{part}</bdi>,{' '}
              </Fragment>
            ))}
            {day}
          </p>
        </li>
      ))}
    </ul>
  )
}
