import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import type { Messages } from '#lib/text/messages.ts'

type NameFormProps = {
  save: (form: FormData) => Promise<void>
  value: string
  error: string | undefined
  words: Messages['organisers']['account']['name']
}

/** The name that colleagues see beside one's address. */
export function NameForm({ save, value, error, words }: NameFormProps) {
  return (
    <section className={work.work}>
      <h2>{words.title}</h2>
      <p className={work.lead}>{words.lead}</p>
      <form action={save} className={work.form} noValidate>
        <Field
          id="own-name"
          name="name"
          label={words.label}
          autoComplete="name"
          defaultValue={value}
          error={error}
        />
        <Button type="submit" look="quiet">
          {words.button}
        </Button>
      </form>
    </section>
  )
}
