import { FigureList } from '#components/organisers/FigureList.tsx'
import { WorkSection } from '#components/organisers/WorkSection.tsx'
import { Button } from '#components/ui/Button.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './Updates.module.css'

type ProgressWords = Messages['organisers']['updates']['progress']

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
    <WorkSection id="progress" title={words.heading}>
      <progress className={styles.bar} value={done} max={of || 1} aria-labelledby="progress" />
      <FigureList figures={rows.map(([row, count]) => [words.rows[row], count] as const)} />
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
    </WorkSection>
  )
}
