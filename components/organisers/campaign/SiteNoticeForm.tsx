import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import type { Messages } from '#lib/text/messages.ts'
import { type NoteField, NoteFields } from './NoteFields.tsx'

type SiteNoticeFormProps = {
  notes: NoteField[]
  isShown: boolean
  action: (form: FormData) => Promise<void>
  words: Messages['organisers']['campaign']['site']
}

/** The notice of all pages, and whether it is shown. */
export function SiteNoticeForm({ notes, isShown, action, words }: SiteNoticeFormProps) {
  return (
    <section className={work.work} aria-labelledby="site-notice">
      <h2 id="site-notice">{words.heading}</h2>
      <p className={work.lead}>{words.lead}</p>
      <form action={action} className={work.form}>
        <NoteFields notes={notes} />
        <Checkbox id="shows-notice" name="shows" label={words.shows} defaultChecked={isShown} />
        <Button type="submit" look="quiet">
          {words.button}
        </Button>
      </form>
    </section>
  )
}
