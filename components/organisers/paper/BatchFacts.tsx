import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './BatchFacts.module.css'

type PaperWords = Messages['organisers']['paper']
type Provenance = keyof PaperWords['provenance']['fields']

type BatchFactsProps = {
  /** Of the batch. */
  id: string
  /** What came of it. */
  sentence: string
  facts: Record<Provenance, string>
  /** Undoes it; left out once that is no longer possible. */
  undo: ((form: FormData) => Promise<void>) | undefined
  undoHint: string
  words: PaperWords
}

/** A batch that was taken in: where it came from, and how to undo it. */
export function BatchFacts({ id, sentence, facts, undo, undoHint, words }: BatchFactsProps) {
  const fields = Object.entries(words.provenance.fields) as [Provenance, string][]
  return (
    <section className={work.work} aria-labelledby="facts">
      <p role="status">{sentence}</p>
      <h2 id="facts">{words.provenance.heading}</h2>
      <dl className={styles.facts}>
        {fields.map(([field, label]) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>{facts[field]}</dd>
          </div>
        ))}
      </dl>
      {undo && (
        <form action={undo} className={work.form}>
          <input type="hidden" name="id" value={id} />
          <p className={work.lead}>{undoHint}</p>
          <Button type="submit" look="quiet">
            {words.done.undo}
          </Button>
        </form>
      )}
    </section>
  )
}
