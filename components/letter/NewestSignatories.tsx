import type { Messages } from '#lib/text/messages.ts'
import styles from './NewestSignatories.module.css'

type NewestSignatoriesProps = {
  /** Newest first; `since` is the day of confirmation in words. */
  people: { id: string; name: string; detail?: string; confirmedAt: string; since: string }[]
  allHref: string
  words: Messages['letter']
}

/** Who signed last, and the way to everybody. */
export function NewestSignatories({ people, allHref, words }: NewestSignatoriesProps) {
  if (people.length === 0) return <p className={styles.empty}>{words.newestEmpty}</p>
  return (
    <>
      <ol className={styles.people}>
        {people.map(({ id, name, detail, confirmedAt, since }) => (
          <li key={id} className={styles.person}>
            <div className={styles.name}>
              <bdi>{name}</bdi>
            </div>
            {detail && (
              <div className={styles.detail}>
                <bdi>{detail}</bdi>
              </div>
            )}
            <div className={styles.since}>
              <time dateTime={confirmedAt}>{since}</time>
            </div>
          </li>
        ))}
      </ol>
      <p className={styles.all}>
        <a href={allHref}>{words.seeAll}</a>
      </p>
    </>
  )
}
