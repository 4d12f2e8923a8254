import type { Ref } from 'react'
import styles from './ErrorSummary.module.css'

type ErrorSummaryProps = {
  title: string
  /** Each leads to the control whose id it names; without one it is about the whole form. */
  errors: { id?: string; message: string }[]
  ref?: Ref<HTMLDivElement>
}

// Takes the focus when the page comes back from the server without a script to do it.
const takesFocus = { autoFocus: true, tabIndex: -1 }

export function ErrorSummary({ title, errors, ref }: ErrorSummaryProps) {
  return (
    <div ref={ref} className={styles.summary} role="alert" {...takesFocus}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>
        {errors.map(({ id, message }) => (
          <li key={id ?? message}>{id ? <a href={`#${id}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}
