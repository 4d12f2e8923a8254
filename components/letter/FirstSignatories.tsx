import type { Messages } from '#lib/text/messages.ts'
import styles from './FirstSignatories.module.css'

type FirstSignatoriesProps = {
  /** `joined` in words, only for somebody who joined after the day of the letter. */
  people: { name: string; role: string; joined?: string }[]
  comma: string
  words: Messages['letter']
}

/** The foot of the letter: the people who signed it on its first day. */
export function FirstSignatories({ people, comma, words }: FirstSignatoriesProps) {
  return (
    <div className={styles.foot}>
      <h2 className={styles.title}>{words.firstSignatories}</h2>
      <p className={styles.lead}>{words.firstSignatoriesLead}</p>
      <ul className={styles.people}>
        {people.map(({ name, role, joined }) => (
          <li key={name} className={styles.person}>
            <div className={styles.name}>
              <bdi>{name}</bdi>
            </div>
            <div className={styles.role}>
              <bdi>{role}</bdi>
              {joined && comma}
              {joined && <span className={styles.joined}>{joined}</span>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
