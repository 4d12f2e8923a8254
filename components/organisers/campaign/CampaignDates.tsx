import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import type { Messages } from '#lib/text/messages.ts'
import { type NoteField, NoteFields } from './NoteFields.tsx'

type DateField = { value: string; error: string | undefined }

type CampaignDatesProps = {
  /** Says in which time zone, and what its clocks show. */
  lead: string
  /** A preview has a day to open on, and a pause one to end on. */
  opens: 'preview' | 'pause' | null
  opensAt: DateField
  closesAt: DateField
  /** Sentence of the closing, in each language. */
  notes: NoteField[]
  action: (form: FormData) => Promise<void>
  words: Messages['organisers']['campaign']['dates']
}

/** When the campaign opens and closes by itself. */
export function CampaignDates(props: CampaignDatesProps) {
  const { lead, opens, opensAt, closesAt, notes, action, words } = props
  return (
    <section className={work.work} aria-labelledby="campaign-dates">
      <h2 id="campaign-dates">{words.heading}</h2>
      <p className={work.lead}>{lead}</p>
      <form action={action} className={work.form} noValidate>
        {opens && (
          <LocalTime
            id="opensAt"
            label={opens === 'preview' ? words.opensAt : words.resumesAt}
            field={opensAt}
            words={words}
          />
        )}
        <LocalTime id="closesAt" label={words.closesAt} field={closesAt} words={words} />
        <NoteFields notes={notes} />
        <Button type="submit">{words.button}</Button>
      </form>
    </section>
  )
}

type LocalTimeProps = {
  id: string
  label: string
  field: DateField
  words: { none: string }
}

function LocalTime({ id, label, field, words }: LocalTimeProps) {
  return (
    <Field
      id={id}
      name={id}
      type="datetime-local"
      label={label}
      hint={words.none}
      error={field.error}
      defaultValue={field.value}
    />
  )
}
