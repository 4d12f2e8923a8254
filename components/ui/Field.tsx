import type { ComponentProps } from 'react'
import styles from './control.module.css'
import { describedBy, FieldFrame, type FieldFrameProps } from './FieldFrame.tsx'

/** A line of text with its label. */
export function Field(props: FieldFrameProps & ComponentProps<'input'>) {
  const { label, aside, hint, error, ...input } = props
  return (
    <FieldFrame id={props.id} label={label} aside={aside} hint={hint} error={error}>
      <input {...input} {...describedBy(props)} className={styles.control} />
    </FieldFrame>
  )
}

/** Several lines of text with their label. */
export function TextArea(props: FieldFrameProps & ComponentProps<'textarea'>) {
  const { label, aside, hint, error, ...textarea } = props
  return (
    <FieldFrame id={props.id} label={label} aside={aside} hint={hint} error={error}>
      <textarea {...textarea} {...describedBy(props)} className={styles.control} />
    </FieldFrame>
  )
}
