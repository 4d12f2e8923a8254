import type { ComponentProps } from 'react'
import styles from './control.module.css'
import { describedBy, FieldFrame, type FieldFrameProps } from './FieldFrame.tsx'

export type Option = { code: string; name: string }

type SelectProps = FieldFrameProps &
  Omit<ComponentProps<'select'>, 'children'> & {
    /** Words of the empty choice. */
    none: string
    options: Option[]
  }

/** A choice from a long list. */
export function Select(props: SelectProps) {
  const { label, aside, hint, error, none, options, ...select } = props
  return (
    <FieldFrame id={props.id} label={label} aside={aside} hint={hint} error={error}>
      <select {...select} {...describedBy(props)} className={styles.control}>
        <option value="">{none}</option>
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
