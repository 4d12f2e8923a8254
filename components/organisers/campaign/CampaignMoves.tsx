import type { ReactNode } from 'react'
import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import type { CampaignMove } from '#lib/campaign/states.ts'
import type { CampaignState } from '#lib/database/types.ts'
import type { Messages } from '#lib/text/messages.ts'
import styles from './CampaignMoves.module.css'

type CampaignMovesProps = {
  state: CampaignState
  /** A sentence for each date that will move the campaign by itself. */
  coming: string[]
  moves: CampaignMove[]
  /** What a move asks besides. */
  fields: Partial<Record<CampaignMove, ReactNode>>
  action: (form: FormData) => Promise<void>
  words: Pick<Messages['organisers']['campaign'], 'heading' | 'states' | 'moves'>
}

/** Where the campaign stands, what will move it, and what an owner may do now. */
export function CampaignMoves({ state, coming, moves, fields, action, words }: CampaignMovesProps) {
  return (
    <section className={work.work} aria-labelledby="campaign-state">
      <h2 id="campaign-state">{words.heading}</h2>
      <p className={styles.now}>{words.states[state].name}</p>
      <p>{words.states[state].means}</p>
      {coming.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      <ul className={styles.moves}>
        {moves.map(move => (
          <li key={move}>
            <form action={action} className={styles.move}>
              {fields[move] && <div className={styles.fields}>{fields[move]}</div>}
              <input type="hidden" name="move" value={move} />
              <Button type="submit" look="quiet" aria-describedby={`move-${move}`}>
                {words.moves[move].button}
              </Button>
              <p id={`move-${move}`}>{words.moves[move].means}</p>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
