import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import type { Messages } from '#lib/text/messages.ts'

type DeletePackProps = {
  id: string
  /** What goes with it. */
  lead: string
  action: (form: FormData) => Promise<void>
  words: Messages['organisers']['packs']['delete']
}

/** Deletes a pack of which the site has told nobody. */
export function DeletePack({ id, lead, action, words }: DeletePackProps) {
  return (
    <section className={work.work} aria-labelledby="delete">
      <h2 id="delete">{words.heading}</h2>
      <p className={work.lead}>{lead}</p>
      <form action={action}>
        <input type="hidden" name="id" value={id} />
        <Button type="submit" look="quiet">
          {words.button}
        </Button>
      </form>
    </section>
  )
}
