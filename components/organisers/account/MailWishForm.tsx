import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import type { Messages } from '#lib/text/messages.ts'

type MailWishFormProps = {
  /** Base of the field's id. */
  id: string
  save: (form: FormData) => Promise<void>
  wants: boolean
  lead: string
  words: Pick<Messages['organisers']['account']['alerts'], 'title' | 'wants' | 'button'>
}

/** Whether an organiser is mailed something: what happens, or the week in numbers. */
export function MailWishForm({ id, save, wants, lead, words }: MailWishFormProps) {
  return (
    <section className={work.work}>
      <h2>{words.title}</h2>
      <p className={work.lead}>{lead}</p>
      <form action={save}>
        <Checkbox id={`${id}-wants`} name="wants" label={words.wants} defaultChecked={wants} />
        <Button type="submit" look="quiet">
          {words.button}
        </Button>
      </form>
    </section>
  )
}
