import type { readHeld } from '#lib/organisers/look-at-signatures.ts'
import type { Words } from '#lib/words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './ToLookAt.module.css'

type HeldListProps = {
  held: Awaited<ReturnType<typeof readHeld>>
  release: (form: FormData) => Promise<void>
  words: Words['organisers']['held']
}

/** Signatures that wait for a look, with why, and a button that lets them count. */
export function HeldList({ held, release, words }: HeldListProps) {
  if (held.length === 0) return <p>{words.none}</p>
  return (
    <ul className={styles.list}>
      {held.map(({ id, name, email, organisation, role, website, holdReasons, doubles }) => (
        <li key={id} className={styles.row}>
          <p>
            <strong>
              <bdi>{organisation ? `${organisation} – ${name}` : name}</bdi>
            </strong>
            <br />
            <bdi>{[role, email, website].filter(Boolean).join(', ')}</bdi>
          </p>
          <p>{holdReasons.map(reason => words.reasons[reason]).join(' ')}</p>
          {doubles.length > 0 && (
            <p>
              {words.doubles} <bdi>{doubles.join(', ')}</bdi>
            </p>
          )}
          <form action={release}>
            <input type="hidden" name="id" value={id} />
            <Button type="submit" look="quiet" aria-label={`${words.release} ${name}`}>
              {words.release}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
