'use client'

import { EMPTY_SIGN_FORM, type SignFormState } from '#lib/signatures/sign-form-state.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Field } from '../ui/Field.tsx'
import type { Option } from '../ui/Select.tsx'
import { Arrival } from './Arrival.tsx'
import { Consents } from './Consents.tsx'
import { MoreAboutMe } from './MoreAboutMe.tsx'
import styles from './SignForm.module.css'
import { controlId, listErrors, type SignFormWords, wordsOfErrors } from './sign-form-words.ts'
import { useCheckBeforeSending } from './useCheckBeforeSending.ts'
import { useKeptForm } from './useKeptForm.ts'

type SignFormProps = {
  action: (previous: SignFormState, form: FormData) => Promise<SignFormState>
  words: SignFormWords
  locale: string
  countries: Option[]
  categories: Option[]
  privacyHref: string
  /** Path of the page that the form stands on. */
  path: string
  /** Signing rests: only who was writing sees the form, with what she wrote. */
  isPaused?: boolean
}

/** The form under the letter. Everything but the check before sending works without a script. */
export function SignForm(props: SignFormProps) {
  const { action, words, locale, countries, categories, privacyHref, path, isPaused } = props
  // Without a script the answer comes at this address: one with #sign would keep the focus from the
  // summary of errors.
  const [state, send, isSending] = useKeptForm(action, EMPTY_SIGN_FORM, path)
  const { errors, summaryRef, prepare, check } = useCheckBeforeSending(state, {
    countries: countries.map(country => country.code),
    categories: categories.map(category => category.code),
    languages: [locale],
  })
  const messages = wordsOfErrors(words, errors)
  const problems = listErrors(
    words,
    messages,
    errors === state.errors ? state.formError : undefined,
  )
  const { values } = state
  if (isPaused && !state.formError) return null
  return (
    <form
      action={send}
      noValidate
      target="_self"
      className={styles.form}
      onFocus={prepare}
      onSubmit={event => (isSending ? event.preventDefault() : check(event))}
    >
      {problems.length > 0 && (
        <ErrorSummary ref={summaryRef} title={words.summary} errors={problems} />
      )}
      <input type="hidden" name="locale" value={locale} />
      <Arrival />
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
      <MoreAboutMe
        words={words}
        values={values}
        messages={messages}
        countries={countries}
        categories={categories}
      />
      <Consents words={words} values={values} messages={messages} privacyHref={privacyHref} />
      <div className={styles.send}>
        <Button type="submit" aria-disabled={isSending}>
          {isSending ? words.sending : words.submit}
        </Button>
      </div>
    </form>
  )
}
