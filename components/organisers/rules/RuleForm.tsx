'use client'

import { useActionState } from 'react'
import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import { Field, TextArea } from '#components/ui/Field.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'
import type { Messages } from '#lib/text/messages.ts'

type RuleFormState = { values: Record<string, string>; problems: string[] }

type RuleFormProps = {
  action: (state: unknown, form: FormData) => Promise<RuleFormState>
  /** For how long, beside for ever. */
  days: Option[]
  words: Messages['organisers']['signatures']['rules']
}

/** A list of domains, networks and addresses, a line each, with what becomes of them, why and for how long. */
export function RuleForm({ action, days, words }: RuleFormProps) {
  const [state, send] = useActionState<RuleFormState | null, FormData>(action, null)
  const { values = {}, problems = [] } = state ?? {}
  return (
    <form action={send} className={work.form} noValidate>
      {problems.length > 0 && (
        <div role="alert">
          <p>{words.refused}</p>
          <ul>
            {problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <Select
        id="effect"
        name="effect"
        label={words.effect}
        none={words.effects.block}
        options={[{ code: 'exempt', name: words.effects.exempt }]}
        defaultValue={values.effect ?? ''}
        key={`effect ${values.effect}`}
      />
      <TextArea
        id="list"
        name="list"
        label={words.list}
        hint={words.listHint}
        rows={6}
        spellCheck={false}
        defaultValue={values.list ?? ''}
      />
      <Field
        id="reason"
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        defaultValue={values.reason ?? ''}
      />
      <Select
        id="days"
        name="days"
        label={words.ends}
        hint={words.daysHint}
        none={words.never}
        options={days}
        defaultValue={values.days ?? days[0]?.code}
        key={`days ${values.days}`}
      />
      <Button type="submit">{words.button}</Button>
    </form>
  )
}
