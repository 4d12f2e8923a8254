import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import type { Messages } from '#lib/text/messages.ts'

type GoalFormProps = {
  /** Which goal comes by itself, in words. */
  hint: string
  value: string
  error: string | undefined
  action: (form: FormData) => Promise<void>
  words: Pick<Messages['organisers']['campaign']['goal'], 'heading' | 'lead' | 'label' | 'button'>
}

/** The next goal of the tally, where owners want another than the one that comes by itself. */
export function GoalForm({ hint, value, error, action, words }: GoalFormProps) {
  return (
    <section className={work.work} aria-labelledby="goal-title">
      <h2 id="goal-title">{words.heading}</h2>
      <p className={work.lead}>{words.lead}</p>
      <form action={action} className={work.form} noValidate>
        <Field
          id="goal"
          name="goal"
          inputMode="numeric"
          label={words.label}
          hint={hint}
          error={error}
          defaultValue={value}
        />
        <Button type="submit" look="quiet">
          {words.button}
        </Button>
      </form>
    </section>
  )
}
