import { DraftAutosave } from '#components/organisers/common/DraftAutosave.tsx'
import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import type { Messages } from '#lib/text/messages.ts'
import { type NoteField, NoteFields } from './NoteFields.tsx'

type PauseNotesProps = {
  lead: string
  notes: NoteField[]
  action: (form: FormData) => Promise<void>
  words: Pick<Messages['organisers']['campaign']['notes'], 'heading' | 'button'> & {
    typedBack: string
  }
}

/** What readers are told while signing is paused, in each language. */
export function PauseNotes({ lead, notes, action, words }: PauseNotesProps) {
  return (
    <section className={work.work} aria-labelledby="pause-notes">
      <h2 id="pause-notes">{words.heading}</h2>
      <p className={work.lead}>{lead}</p>
      <form action={action} className={work.form}>
        <NoteFields notes={notes} />
        <DraftAutosave name="pause-notes" words={words.typedBack} />
        <Button type="submit" look="quiet">
          {words.button}
        </Button>
      </form>
    </section>
  )
}
