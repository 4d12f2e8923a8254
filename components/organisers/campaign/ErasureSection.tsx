import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'

type ErasureSectionProps = {
  heading: string
  /** When addresses are erased, why, and whether that may be postponed, in words. */
  sentences: string[]
  /** The button that postpones it; null where it may not be. */
  postpone: { action: (form: FormData) => Promise<void>; button: string } | null
}

/** When the addresses of signatories are erased, and the one press that postpones it. */
export function ErasureSection({ heading, sentences, postpone }: ErasureSectionProps) {
  return (
    <section className={work.work} aria-labelledby="campaign-erasure">
      <h2 id="campaign-erasure">{heading}</h2>
      {sentences.map(sentence => (
        <p key={sentence} className={work.lead}>
          {sentence}
        </p>
      ))}
      {postpone && (
        <form action={postpone.action} className={work.form}>
          <Button type="submit">{postpone.button}</Button>
        </form>
      )}
    </section>
  )
}
