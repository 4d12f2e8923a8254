import styles from '#components/organisers/common/Draft.module.css'
import { MetricList } from '#components/organisers/common/MetricList.tsx'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { Button } from '#components/ui/Button.tsx'
import type { Messages } from '#lib/text/messages.ts'

type ProgressWords = Messages['organisers']['broadcasts']['progress']

type BroadcastProgressProps = {
  id: string
  /** Mails that are done with, and how many there will be. */
  done: number
  of: number
  /** What its state means, where mails stand still. */
  lead: string | undefined
  rows: (readonly [keyof ProgressWords['rows'], string])[]
  moves: (keyof ProgressWords['moves'])[]
  action: (form: FormData) => Promise<void>
  words: ProgressWords
}

/** Progress of a broadcast, and the buttons that pause, resume or cancel it. */
export function BroadcastProgress({
  id,
  done,
  of,
  lead,
  rows,
  moves,
  action,
  words,
}: BroadcastProgressProps) {
  return (
    <WorkSection id="progress" title={words.heading} lead={lead}>
      <progress className={styles.bar} value={done} max={of || 1} aria-labelledby="progress" />
      <MetricList metrics={rows.map(([row, count]) => [words.rows[row], count] as const)} />
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
