import type { RefusedForm } from '#lib/security/refused-form.ts'
import { Button } from './Button.tsx'
import { Field } from './Field.tsx'
import { PlainForm } from './PlainForm.tsx'
import styles from './ShortForm.module.css'
import type { ShortField } from './ShortForm.tsx'

type ShortPlainFormProps = {
  /** Base of the fields' ids. */
  id: string
  /** Address that takes the form. */
  action: string
  fields: Omit<ShortField, 'options' | 'none'>[]
  button: string
  /** Of the button. */
  look?: 'main' | 'quiet'
  unreachable: string
  /** The form as it was sent, where it was refused. */
  refused?: RefusedForm | undefined
}

// Where no script moves the focus to what is wrong.
const TAKES_FOCUS = { autoFocus: true }

/** A few fields and a button of a public page, with a sentence at the field that is wrong. */
export function ShortPlainForm(props: ShortPlainFormProps) {
  const { id, action, fields, button, look, unreachable, refused } = props
  const problemOf = (name: string) => refused?.problems.find(({ field }) => field === name)?.message
  return (
    <PlainForm
      action={action}
      base={id}
      problems={refused?.problems}
      unreachable={unreachable}
      className={styles.form}
    >
      {fields.map(field => (
        <Field
          key={field.name}
          {...field}
          {...(problemOf(field.name) && TAKES_FOCUS)}
          id={`${id}-${field.name}`}
          error={problemOf(field.name)}
          defaultValue={refused?.values[field.name]}
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      ))}
      <Button type="submit" look={look}>
        {button}
      </Button>
    </PlainForm>
  )
}
