import { DraftAutosave } from '#components/organisers/common/DraftAutosave.tsx'
import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import { TextArea } from '#components/ui/Field.tsx'
import type { Messages } from '#lib/text/messages.ts'

type PauseNotesProps = {
  lead: string
  notes: { language: string; label: string; value: string; error: string | undefined }[]
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
        {notes.map(({ language, label, value, error }) => (
          <div key={language} className={work.wide}>
            <TextArea
              id={`note-${language}`}
              name={`note-${language}`}
              lang={language}
              label={label}
              error={error}
              defaultValue={value}
              rows={2}
            />
          </div>
        ))}
        <DraftAutosave name="pause-notes" words={words.typedBack} />
        <Button type="submit" look="quiet">
          {words.button}
        </Button>
      </form>
    </section>
  )
}
