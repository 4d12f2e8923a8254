'use client'

import { useActionState, useEffect, useRef } from 'react'
import { type SignFormWords, wordsOfErrors } from '#components/sign/sign-form-words.ts'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'
import type { SignFormState } from '#lib/signatures/sign-form-state.ts'
import type { Messages } from '#lib/text/messages.ts'
import { ReadFields, type ReadSignature } from './ActButtons.tsx'
import styles from './DecideForms.module.css'

type TypoFormProps = {
  signature: ReadSignature & {
    kind: string
    name: string
    organisation: string | null
    role: string | null
    category: string | null
    country: string | null
    /** Where it may be corrected too: as long as its owner has not confirmed. */
    email?: string
  }
  correct: (previous: SignFormState, form: FormData) => Promise<SignFormState>
  countries: Option[]
  categories: Option[]
  words: SignFormWords
  names: Pick<
    Messages['organisers']['signatures']['detail'],
    'name' | 'email' | 'organisation' | 'role' | 'save'
  >
}

/** What an organiser may correct for a signatory. Refused, it keeps what was typed. */
export function TypoForm(props: TypoFormProps) {
  const { signature, correct, countries, categories, words, names } = props
  const [state, send, isSending] = useActionState(correct, {
    errors: {},
    values: storedValues(signature),
  })
  const formRef = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.keys(state.errors).length === 0) return
    formRef.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [state])
  const messages = wordsOfErrors(words, state.errors)
  const field = (name: keyof typeof messages) => ({
    id: `typo-${name}`,
    name,
    error: messages[name],
    defaultValue: state.values[name] ?? '',
  })
  const isOrganisation = signature.kind === 'organisation'
  return (
    <form ref={formRef} action={send} className={styles.fields}>
      <ReadFields signature={signature} />
      <Field {...field('name')} label={names.name} required />
      {signature.email !== undefined && (
        <Field {...field('email')} label={names.email} type="email" autoComplete="off" required />
      )}
      <Field {...field('organisation')} label={names.organisation} required={isOrganisation} />
      <Field {...field('role')} label={names.role} required={isOrganisation} />
      <Select
        {...field('category')}
        label={words.category.label}
        none={words.category.none}
        options={categories}
      />
      <Select
        {...field('country')}
        label={words.country.label}
        none={words.country.none}
        options={countries}
      />
      <Button type="submit" look="quiet" aria-disabled={isSending}>
        {names.save}
      </Button>
    </form>
  )
}

function storedValues(signature: TypoFormProps['signature']) {
  const { name, email, organisation, role, category, country } = signature
  return {
    name,
    ...(email !== undefined && { email }),
    organisation: organisation ?? '',
    role: role ?? '',
    category: category ?? '',
    country: country ?? '',
  }
}
