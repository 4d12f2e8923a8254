import type { ComponentProps, ReactNode } from 'react'
import styles from './Checkbox.module.css'
import { describedBy, FieldError } from './FieldFrame.tsx'
import ticks from './tick.module.css'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  id: string
  label: ReactNode
  /** What follows from ticking it. */
  hint?: string
  error?: string
}

/** A box to tick, with what it means and what is wrong with it. */
export function Checkbox(props: CheckboxProps) {
  const { id, label, hint, error, ...input } = props
  return (
    <div className={styles.checkbox} data-field="" data-wrong={error ? '' : undefined}>
      <FieldError id={id} error={error} />
      <span className={styles.box}>
        <input {...input} {...describedBy(props)} id={id} type="checkbox" className={ticks.box} />
      </span>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
