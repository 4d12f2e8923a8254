'use client'

import { useEffect, useRef } from 'react'
import type { SignFormState } from '#lib/signatures/sign-form-state.ts'
import { MoreAboutMe } from '../sign/MoreAboutMe.tsx'
import styles from '../sign/SignForm.module.css'
import {
  controlId,
  listErrors,
  type SignFormWords,
  wordsOfErrors,
} from '../sign/sign-form-words.ts'
import { useKeptForm } from '../sign/useKeptForm.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Field } from '../ui/Field.tsx'
import type { Option } from '../ui/Select.tsx'

type OwnFormProps = {
  action: (previous: SignFormState, form: FormData) => Promise<SignFormState>
  /** The signature as it is stored. */
  initial: SignFormState['values']
  words: SignFormWords
  saveLabel: string
  countries: Option[]
  categories: Option[]
}

const WISHES = ['public', 'updates'] as const

/** What the owner of a signature may correct. */
export function OwnForm(props: OwnFormProps) {
  const { action, initial, words, saveLabel, countries, categories } = props
  const [state, send, isSending] = useKeptForm(action, { errors: {}, values: initial })
  const summaryRef = useRef<HTMLDivElement>(null)
  const messages = wordsOfErrors(words, state.errors)
  const problems = listErrors(words, messages, state.formError)
  useEffect(() => {
    if (Object.keys(state.errors).length > 0 || state.formError) summaryRef.current?.focus()
  }, [state])
  const { values } = state
  return (
    <form action={send} noValidate className={styles.form}>
      {problems.length > 0 && (
        <ErrorSummary ref={summaryRef} heading="h2" title={words.summary} errors={problems} />
      )}
      {/* What a signature is does not change; the fields that go with it are shown by CSS. */}
      <input type="radio" name="kind" value={initial.kind ?? 'individual'} defaultChecked hidden />
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
      <Button type="submit" aria-disabled={isSending}>
        {saveLabel}
      </Button>
    </form>
  )
}
