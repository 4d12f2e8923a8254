import type { ReactNode } from 'react'
import styles from './FieldFrame.module.css'

export type FieldFrameProps = {
  /** Of the control itself; hint and error derive theirs from it. */
  id: string
  label: ReactNode
  /** A word after the label, such as "optional". */
  aside?: string
  hint?: string
  error?: string
}

/** Label, hint and error around one control, which is its child. */
export function FieldFrame(props: FieldFrameProps & { children: ReactNode }) {
  const { id, label, aside, hint, error, children } = props
  return (
    <div className={styles.field} data-field="" data-wrong={error ? '' : undefined}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {aside && <span className={styles.aside}> ({aside})</span>}
      </label>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      {children}
    </div>
  )
}

/** The error of the control `id`; empty and unseen where there is none, for public/forms.js to fill. */
export function FieldError({ id, error }: { id: string; error?: string }) {
  return (
    <p className={styles.error} id={`${id}-error`} data-error="" hidden={!error}>
      {error}
    </p>
  )
}

/** What a control says about itself: that it is wrong, and which texts describe it. */
export function describedBy({ id, hint, error }: Pick<FieldFrameProps, 'id' | 'hint' | 'error'>) {
  const ids = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean)
  return {
    'aria-invalid': error ? true : undefined,
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
  }
}
