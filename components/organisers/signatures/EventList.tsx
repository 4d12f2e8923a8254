import styles from './EventList.module.css'

type EventListProps = {
  /** What happened, in words; `codes` say more, `by` says who, where an organiser did it. */
  events: { id: string; what: string; when: string; notes: string[] }[]
  /** Notice where there are none. */
  none: string
}

/** What happened one after another: the history of a signature, its mails. */
export function EventList({ events, none }: EventListProps) {
  if (events.length === 0) return <p>{none}</p>
  return (
    <ol className={styles.events}>
      {events.map(({ id, what, when, notes }) => (
        <li key={id} className={styles.event}>
          <strong>{what}</strong>
          <span className={styles.when}>{when}</span>
          {notes.map(note => (
            <span key={note} className={styles.note}>
              <bdi>{note}</bdi>
            </span>
          ))}
        </li>
      ))}
    </ol>
  )
}
