import { type NoteField, NoteFields } from '#components/organisers/campaign/NoteFields.tsx'
import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import type { Messages } from '#lib/text/messages.ts'

type HandOverFormProps = {
  /** The pack. */
  id: string
  /** Whether whoever reads this may hand it over. */
  isOwner: boolean
  /** What handing over brings about, a sentence each. */
  consequences: string[]
  /** ISO 8601, and the first and last day that it may be. */
  day: { value: string; least: string; most: string; error: string | undefined }
  /** To whom, in each language. */
  recipients: NoteField[]
  action: (form: FormData) => Promise<void>
  words: Messages['organisers']['packs']['handOver']
}

/** States that a pack was handed over: what that brings about, then to whom and when. */
export function HandOverForm(props: HandOverFormProps) {
  const { id, isOwner, consequences, day, recipients, action, words } = props
  return (
    <section className={work.work} aria-labelledby="hand-over">
      <h2 id="hand-over">{words.heading}</h2>
      <ul className={work.lead}>
        {consequences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {isOwner ? (
        <form action={action} className={work.form}>
          <input type="hidden" name="id" value={id} />
          <Field
            id="day"
            name="day"
            type="date"
            label={words.day}
            error={day.error}
            defaultValue={day.value}
            min={day.least}
            max={day.most}
            required
          />
          <NoteFields notes={recipients} required />
          <Button type="submit">{words.button}</Button>
        </form>
      ) : (
        <p>{words.ownersOnly}</p>
      )}
    </section>
  )
}
