import type { Messages } from '#lib/text/messages.ts'
import styles from './SessionList.module.css'

type PasskeyListProps = {
  passkeys: { id: string; name: string | null; added: string }[]
  remove: (form: FormData) => Promise<void>
  words: Messages['organisers']['account']['passkeys']
}

/** One's own passkeys. */
export function PasskeyList({ passkeys, remove, words }: PasskeyListProps) {
  if (passkeys.length === 0) return <p>{words.none}</p>
  return (
    <ul className={styles.list}>
      {passkeys.map(({ id, name, added }) => (
        <li key={id} className={styles.row}>
          <p>
            <strong>{name ?? words.unnamed}</strong>
            <br />
            <span className={styles.when}>{added}</span>
          </p>
          <form action={remove}>
            <input type="hidden" name="id" value={id} />
            <button
              type="submit"
              className={styles.small}
              aria-label={`${words.remove}: ${name ?? words.unnamed}`}
            >
              {words.remove}
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}
