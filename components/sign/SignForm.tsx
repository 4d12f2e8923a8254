import { Button } from '#components/ui/Button.tsx'
import { Choice } from '#components/ui/Choice.tsx'
import { Field } from '#components/ui/Field.tsx'
import { type HiddenFrame, PlainForm } from '#components/ui/PlainForm.tsx'
import type { Option } from '#components/ui/Select.tsx'
import type { RefusedForm } from '#lib/security/refused-form.ts'
import type { FieldValues } from '#lib/signatures/sign-form-state.ts'
import { Consents } from './Consents.tsx'
import { DidYouMean } from './DidYouMean.tsx'
import { MoreAboutMe } from './MoreAboutMe.tsx'
import styles from './SignForm.module.css'
import { controlId, messagesOf, type SignFormWords } from './sign-form-words.ts'

type SignFormProps = {
  /** Address that takes the form. */
  action: string
  words: SignFormWords
  locale: string
  countries: Option[]
  categories: Option[]
  privacyHref: string
  /** The form as it was sent, where it was refused. */
  refused?: RefusedForm | undefined
  /** What is said in a frame of another site that hides where it comes from. */
  inHiddenFrame?: HiddenFrame | undefined
}

/** The form under the letter. It works without a script; public/forms.js spares leaving the page. */
export function SignForm(props: SignFormProps) {
  const { action, words, locale, countries, categories, privacyHref, refused } = props
  const values: FieldValues & { referrerHost?: string; cameFrom?: string } = refused?.values ?? {}
  const problems = refused?.problems ?? []
  const messages = messagesOf(problems)
  return (
    <PlainForm
      action={action}
      base="sign"
      problems={problems}
      summary={words.summary}
      unreachable={words.formErrors.unreachable}
      inHiddenFrame={props.inHiddenFrame}
      className={styles.form}
    >
      <input type="hidden" name="locale" value={locale} />
      {/* The host alone of the page before, and the tag of our own link: public/forms.js fills them in. */}
      <input type="hidden" name="referrerHost" defaultValue={values.referrerHost ?? ''} />
      <input type="hidden" name="cameFrom" defaultValue={values.cameFrom ?? ''} />
      <Choice
        id={controlId('kind')}
        name="kind"
        legend={words.kind.label}
        answers={[
          { value: 'individual', label: words.kind.individual },
          { value: 'organisation', label: words.kind.organisation },
        ]}
        chosen={values.kind ?? 'individual'}
        error={messages.kind}
      />
      <Field
        id={controlId('name')}
        name="name"
        look="signature"
        label={words.name.label}
        hint={words.name.hint}
        error={messages.name}
        defaultValue={values.name}
        required
        autoComplete="name"
        autoCapitalize="words"
        spellCheck={false}
        enterKeyHint="next"
      />
      <Field
        id={controlId('email')}
        name="email"
        type="email"
        label={words.email.label}
        hint={words.email.hint}
        error={messages.email}
        defaultValue={values.email}
        required
        autoComplete="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="next"
      />
      <DidYouMean typed={refused && values.email} words={words.email} />
      <MoreAboutMe
        words={words}
        values={values}
        messages={messages}
        countries={countries}
        categories={categories}
      />
      <Consents words={words} values={values} messages={messages} privacyHref={privacyHref} />
      <div className={styles.send}>
        <Button type="submit" data-sending={words.sending}>
          {words.submit}
        </Button>
      </div>
    </PlainForm>
  )
}
