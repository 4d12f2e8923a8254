import { MoreAboutMe } from '#components/sign/MoreAboutMe.tsx'
import formStyles from '#components/sign/SignForm.module.css'
import { controlId, messagesOf, type SignFormWords } from '#components/sign/sign-form-words.ts'
import { Button } from '#components/ui/Button.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { Field } from '#components/ui/Field.tsx'
import { PlainForm } from '#components/ui/PlainForm.tsx'
import type { Option } from '#components/ui/Select.tsx'
import type { RefusedForm } from '#lib/security/refused-form.ts'
import type { FieldValues } from '#lib/signatures/sign-form-state.ts'
import styles from './widths.module.css'

type OwnFormProps = {
  /** Address that takes the form. */
  action: string
  /** The signature as it is stored. */
  stored: FieldValues
  /** The form as it was sent, where it was refused. */
  refused?: RefusedForm | undefined
  words: SignFormWords
  saveLabel: string
  countries: Option[]
  categories: Option[]
}

const WISHES = ['public', 'updates'] as const

/** What the owner of a signature may correct. */
export function OwnForm(props: OwnFormProps) {
  const { action, stored, refused, words, saveLabel, countries, categories } = props
  const values: FieldValues = refused?.values ?? stored
  const problems = refused?.problems ?? []
  const messages = messagesOf(problems)
  return (
    <PlainForm
      action={action}
      base="sign"
      problems={problems}
      summary={words.summary}
      heading="h2"
      unreachable={words.formErrors.unreachable}
      className={`${formStyles.form} ${styles.wide}`}
    >
      {/* What a signature is does not change; the fields that go with it are shown by CSS. */}
      <input type="radio" name="kind" value={stored.kind ?? 'individual'} defaultChecked hidden />
      <Field
        id={controlId('name')}
        name="name"
        label={words.name.label}
        error={messages.name}
        defaultValue={values.name}
        required
        autoComplete="name"
      />
      <MoreAboutMe
        words={words}
        values={values}
        messages={messages}
        countries={countries}
        categories={categories}
      />
      {WISHES.map(field => (
        <Checkbox
          key={field}
          id={controlId(field)}
          name={field}
          label={words[field].label}
          hint={words[field].note}
          defaultChecked={Boolean(values[field])}
        />
      ))}
      <Button type="submit">{saveLabel}</Button>
    </PlainForm>
  )
}
