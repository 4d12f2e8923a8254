import styles from '#components/organisers/common/Draft.module.css'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { Button } from '#components/ui/Button.tsx'
import type { Messages } from '#lib/text/messages.ts'

type Action = (form: FormData) => Promise<void>

type PublishNewsProps = {
  id: string
  /** Revision that is shown, so that no other is published. */
  changedAt: string
  state: 'draft' | 'published' | 'withdrawn'
  /** Where readers see it. */
  href: string | null
  move: Action
  discard: Action
  words: Messages['organisers']['news']['publish']
}

/** Buttons that publish, withdraw or discard a piece of news. */
export function PublishNews(props: PublishNewsProps) {
  const { id, changedAt, state, href, move, discard, words } = props
  return (
    <WorkSection id="publish" title={words.heading}>
      <p>{words.means[state]}</p>
      {href && (
        <p>
          <a href={href}>{words.read}</a>
        </p>
      )}
      <form action={move} className={styles.buttons}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="changedAt" value={changedAt} />
        <Button type="submit" name="move" value="publish">
          {words.buttons[state]}
        </Button>
        {state === 'published' && (
          <Button type="submit" look="quiet" name="move" value="withdraw">
            {words.withdraw}
          </Button>
        )}
        {state === 'draft' && (
          <Button type="submit" look="quiet" formAction={discard}>
            {words.discard}
          </Button>
        )}
      </form>
    </WorkSection>
  )
}
