import decide from '#components/organisers/signatures/DecideForms.module.css'
import events from '#components/organisers/signatures/EventList.module.css'
import { Button } from '#components/ui/Button.tsx'
import { TextArea } from '#components/ui/Field.tsx'
import type { Messages } from '#lib/text/messages.ts'

type NoteListProps = {
  /** The signature, and the search that led to it, as a query. */
  signature: { id: string; search: string }
  /** Oldest first; `by` says who wrote it and when, in words. */
  notes: { id: string; text: string; by: string }[]
  write: (form: FormData) => Promise<void>
  remove: (form: FormData) => Promise<void>
  words: Messages['organisers']['signatures']['notes']
}

/** What organisers noted about a signature, and a field for one note more. */
export function NoteList({ signature, notes, write, remove, words }: NoteListProps) {
  return (
    <>
      <ul className={events.events}>
        {notes.map(({ id, text, by }) => (
          <li key={id} className={events.event}>
            <p className={events.text}>
              <bdi>{text}</bdi>
            </p>
            <span className={events.when}>
              <bdi>{by}</bdi>
            </span>
            <form action={remove}>
              <input type="hidden" name="id" value={signature.id} />
              <input type="hidden" name="search" value={signature.search} />
              <input type="hidden" name="note" value={id} />
              <Button
                type="submit"
                look="quiet"
                aria-label={`${words.remove}: ${text.slice(0, 40)}`}
              >
                {words.remove}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <form action={write} className={decide.fields}>
        <input type="hidden" name="id" value={signature.id} />
        <input type="hidden" name="search" value={signature.search} />
        <TextArea
          id="note-text"
          name="text"
          label={words.label}
          hint={words.hint}
          rows={3}
          required
        />
        <Button type="submit" look="quiet">
          {words.button}
        </Button>
      </form>
    </>
  )
}
