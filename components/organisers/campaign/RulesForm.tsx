import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { Field } from '#components/ui/Field.tsx'
import type { Messages } from '#lib/text/messages.ts'

const RULES = ['exportNeedsApproval', 'broadcastsNeedApproval'] as const

type RulesFormProps = {
  settings: Record<(typeof RULES)[number], boolean>
  mailsPerHour: { value: string; error: string | undefined; hint: string }
  action: (form: FormData) => Promise<void>
  words: Messages['organisers']['campaign']['rules']
}

/** What no organiser does alone, and how fast broadcasts go out. */
export function RulesForm({ settings, mailsPerHour, action, words }: RulesFormProps) {
  return (
    <section className={work.work} aria-labelledby="rules">
      <h2 id="rules">{words.heading}</h2>
      <form action={action} className={work.form} noValidate>
        {RULES.map(rule => (
          <Checkbox
            key={rule}
            id={rule}
            name={rule}
            label={words[rule]}
            hint={words.hint}
            defaultChecked={settings[rule]}
          />
        ))}
        <Field
          id="broadcastMailsPerHour"
          name="broadcastMailsPerHour"
          inputMode="numeric"
          label={words.broadcastMailsPerHour}
          hint={mailsPerHour.hint}
          error={mailsPerHour.error}
          defaultValue={mailsPerHour.value}
        />
        <Button type="submit" look="quiet">
          {words.button}
        </Button>
      </form>
    </section>
  )
}
