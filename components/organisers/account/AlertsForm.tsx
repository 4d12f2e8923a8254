import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import type { Messages } from '#lib/text/messages.ts'

type AlertsFormProps = {
  save: (form: FormData) => Promise<void>
  wants: boolean
  lead: string
  words: Messages['organisers']['account']['alerts']
}

/** Whether an owner is mailed what happens. */
export function AlertsForm({ save, wants, lead, words }: AlertsFormProps) {
  return (
    <section className={work.work}>
      <h2>{words.title}</h2>
      <p className={work.lead}>{lead}</p>
      <form action={save}>
        <Checkbox id="alerts-wants" name="wants" label={words.wants} defaultChecked={wants} />
        <Button type="submit" look="quiet">
          {words.button}
        </Button>
      </form>
    </section>
  )
}
