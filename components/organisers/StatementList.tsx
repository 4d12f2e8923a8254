import type { readWaitingStatements } from '#lib/organisers/look-at-signatures.ts'
import type { Words } from '#lib/words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './ToLookAt.module.css'

type StatementListProps = {
  statements: Awaited<ReturnType<typeof readWaitingStatements>>
  decide: (form: FormData) => Promise<void>
  words: Words['organisers']['statements']
}

/** Statements that nobody has read yet, each to be shown or not. */
export function StatementList({ statements, decide, words }: StatementListProps) {
  if (statements.length === 0) return <p>{words.none}</p>
  return (
    <ul className={styles.list}>
      {statements.map(({ id, name, statement }) => (
        <li key={id} className={styles.row}>
          <blockquote className={styles.words}>
            <bdi>{statement}</bdi>
          </blockquote>
          <p>
            <bdi>{name}</bdi>
          </p>
          <form action={decide} className={styles.buttons}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="statement" value={statement ?? ''} />
            <Button type="submit" look="quiet" name="decision" value="approved">
              {words.approve}
            </Button>
            <Button type="submit" look="quiet" name="decision" value="refused">
              {words.refuse}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
