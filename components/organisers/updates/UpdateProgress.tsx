import type { Words } from '#lib/words.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Updates.module.css'

type ProgressWords = Words['organisers']['updates']['progress']

type UpdateProgressProps = {
  id: string
  /** Mails that are done with, and how many there will be. */
  done: number
  of: number
  rows: (readonly [keyof ProgressWords['rows'], string])[]
  moves: (keyof ProgressWords['moves'])[]
  action: (form: FormData) => Promise<void>
  words: ProgressWords
}

/** How far it has come, and the buttons that hold it up. */
export function UpdateProgress({ id, done, of, rows, moves, action, words }: UpdateProgressProps) {
  return (
    <section className={styles.work} aria-labelledby="progress">
      <h2 id="progress">{words.heading}</h2>
      <progress className={styles.bar} value={done} max={of || 1} aria-labelledby="progress" />
      <dl className={styles.numbers}>
        {rows.map(([row, count]) => (
          <div key={row}>
            <dt>{words.rows[row]}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {moves.length > 0 && (
        <form action={action} className={styles.buttons}>
          <input type="hidden" name="id" value={id} />
          {moves.map(move => (
            <Button key={move} type="submit" look="quiet" name="move" value={move}>
              {words.moves[move]}
            </Button>
          ))}
        </form>
      )}
    </section>
  )
}
