import type { ShownSession } from '#lib/organisers/sessions/list-sessions.ts'
import type { Messages } from '#lib/text/messages.ts'
import styles from './SessionList.module.css'

type SessionListProps = {
  sessions: ShownSession[]
  /** The session of this very browser, which "sign out" ends. */
  hereId?: string
  end: (form: FormData) => Promise<void>
  /** When a session began and was last seen, in words. */
  describeSession: (session: ShownSession) => string
  words: Messages['organisers']['account']['sessions']
}

/** Where an organiser is signed in, each with its end. */
export function SessionList({ sessions, hereId, end, describeSession, words }: SessionListProps) {
  return (
    <ul className={styles.list}>
      {sessions.map(session => (
        <li key={session.id} className={styles.row}>
          <p>
            <strong>{session.browser || words.unknown}</strong>
            {session.id === hereId && ` (${words.here})`}
            <br />
            <span className={styles.when}>{describeSession(session)}</span>
          </p>
          {session.id !== hereId && (
            <form action={end}>
              <input type="hidden" name="id" value={session.id} />
              <button
                type="submit"
                className={styles.small}
                aria-label={`${words.end}: ${session.browser || words.unknown}`}
              >
                {words.end}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
