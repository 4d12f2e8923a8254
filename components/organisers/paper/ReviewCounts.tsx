import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './ReviewCounts.module.css'

type ReviewWords = Messages['organisers']['paper']['review']

type ReviewCountsProps = {
  /** Of the batch. */
  id: string
  /** How many rows came to what; each leads to its rows. */
  states: { code: keyof ReviewWords['states']; count: string; href: string; isCurrent: boolean }[]
  summary: string
  button: string
  canImport: boolean
  /** Whether an import began and did not end. */
  isStopped: boolean
  action: (form: FormData) => Promise<void>
  words: ReviewWords
}

/** What will be taken in, and the button that does it. */
export function ReviewCounts(props: ReviewCountsProps) {
  const { id, states, summary, button, canImport, isStopped, action, words } = props
  return (
    <section className={work.wideWork} aria-labelledby="review">
      <h2 id="review">{words.heading}</h2>
      <ul className={styles.states}>
        {states.map(({ code, count, href, isCurrent }) => (
          <li key={code}>
            <a href={href} aria-current={isCurrent ? 'true' : undefined} className={styles.state}>
              <span className={styles.count}>{count}</span> {words.states[code]}
            </a>
          </li>
        ))}
      </ul>
      <p>{isStopped ? words.stopped : summary}</p>
      {canImport && (
        <form action={action}>
          <input type="hidden" name="id" value={id} />
          <Button type="submit">{isStopped ? words.resume : button}</Button>
        </form>
      )}
    </section>
  )
}
