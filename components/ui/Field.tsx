import type { ComponentProps } from 'react'
import styles from './control.module.css'
import { describedBy, FieldFrame, type FieldFrameProps } from './FieldFrame.tsx'

type FieldProps = FieldFrameProps &
  ComponentProps<'input'> & {
    /** signature: the line at the foot of a letter, on which one signs. */
    look?: 'control' | 'signature'
  }

/** A line of text with its label. */
export function Field(props: FieldProps) {
  const { label, aside, hint, error, look = 'control', ...input } = props
  return (
    <FieldFrame id={props.id} label={label} aside={aside} hint={hint} error={error}>
      <input {...input} {...describedBy(props)} className={styles[look]} />
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
