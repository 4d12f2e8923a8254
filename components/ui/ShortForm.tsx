'use client'

import { type ComponentProps, useActionState, useEffect, useRef } from 'react'
import { EMPTY_SHORT_FORM, type ShortFormState } from '#lib/signatures/short-form-state.ts'
import { Button } from './Button.tsx'
import { CopyButton, type CopyWords } from './CopyButton.tsx'
import { Field } from './Field.tsx'
import { type Option, Select } from './Select.tsx'
import styles from './ShortForm.module.css'

/** A field of a short form; with `options` it is a choice. */
export type ShortField = {
  name: string
  label: string
  hint?: string
  type?: 'text' | 'email' | 'password'
  inputMode?: 'email' | 'numeric' | 'text'
  autoComplete?: ComponentProps<'input'>['autoComplete']
  options?: Option[]
  /** Messages of the empty choice. */
  none?: string
}

type ShortFormProps = {
  /** Base of the fields' ids. */
  id: string
  action: (previous: ShortFormState, form: FormData) => Promise<ShortFormState>
  fields: ShortField[]
  /** What the form is about, sent along. */
  hidden?: Record<string, string>
  button: string
  look?: 'main' | 'quiet'
  /** Words of the button that copies the text of the outcome, where there is one. */
  copy?: CopyWords
}

/** A few fields and a button, with one sentence when it did not work, or of what came of it. */
export function ShortForm(props: ShortFormProps) {
  const { id, action, fields, hidden = {}, button, look = 'main', copy } = props
  const [state, send, isSending] = useActionState(action, EMPTY_SHORT_FORM)
  const formRef = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.error) formRef.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [state])
  const wrongField = state.errorIn ?? fields.at(-1)?.name
  return (
    <form ref={formRef} action={send} noValidate className={styles.form}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(field => (
        <AnyField
          key={field.name}
          id={`${id}-${field.name}`}
          field={field}
          error={field.name === wrongField ? state.error : undefined}
          value={state.values[field.name]}
        />
      ))}
      {fields.length === 0 && state.error && <p className={styles.error}>{state.error}</p>}
      <Button type="submit" look={look} aria-disabled={isSending}>
        {button}
      </Button>
      <div role="status" className={styles.done}>
        {state.done && <p>{state.done.sentence}</p>}
        {state.done?.text && <code className={styles.text}>{state.done.text}</code>}
      </div>
      {state.done?.text && copy && <CopyButton text={state.done.text} words={copy} />}
    </form>
  )
}

type AnyFieldProps = {
  id: string
  field: ShortField
  error: string | undefined
  value: string | undefined
}

function AnyField({ id, field, error, value }: AnyFieldProps) {
  const { options, none = '', type, inputMode, ...rest } = field
  if (options) {
    return (
      <Select {...rest} id={id} none={none} options={options} error={error} defaultValue={value} />
    )
  }
  return (
    <Field
      {...rest}
      type={type}
      inputMode={inputMode}
      id={id}
      error={error}
      defaultValue={value}
      autoCapitalize="none"
      spellCheck={false}
      required
    />
  )
}
