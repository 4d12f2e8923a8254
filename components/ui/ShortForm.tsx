'use client'

import { useActionState, useEffect, useRef } from 'react'
import { EMPTY_SHORT_FORM, type ShortFormState } from '#lib/signatures/short-form-state.ts'
import { Button } from './Button.tsx'
import { Field } from './Field.tsx'
import styles from './ShortForm.module.css'

type ShortFormProps = {
  /** Base of the fields' ids. */
  id: string
  action: (previous: ShortFormState, form: FormData) => Promise<ShortFormState>
  fields: {
    name: string
    label: string
    type?: 'text' | 'email'
    inputMode?: 'email' | 'numeric'
    autoComplete: 'email' | 'one-time-code'
  }[]
  button: string
}

/** One or two fields and a button, with one sentence when it did not work. */
export function ShortForm({ id, action, fields, button }: ShortFormProps) {
  const [state, send, isSending] = useActionState(action, EMPTY_SHORT_FORM)
  const formRef = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.error) formRef.current?.querySelector<HTMLInputElement>('[aria-invalid]')?.focus()
  }, [state])
  return (
    <form ref={formRef} action={send} noValidate className={styles.form}>
      {fields.map(({ name, ...field }, index) => (
        <Field
          key={name}
          {...field}
          id={`${id}-${name}`}
          name={name}
          error={index === fields.length - 1 ? state.error : undefined}
          defaultValue={state.values[name]}
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      ))}
      <Button type="submit" aria-disabled={isSending}>
        {button}
      </Button>
    </form>
  )
}
