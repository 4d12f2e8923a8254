import type { Ref } from 'react'
import styles from './ErrorSummary.module.css'

type ErrorSummaryProps = {
  title: string
  /** Each leads to the control whose id it names; without one it is about the whole form. */
  errors: { id?: string; message: string }[]
  /** One level below the heading that the form stands under. */
  heading?: 'h2' | 'h3'
  ref?: Ref<HTMLDivElement>
}

// Takes the focus when the page comes back from the server without a script to do it.
const takesFocus = { autoFocus: true, tabIndex: -1 }

/** All that is wrong with a form, each a link to its field. */
export function ErrorSummary({ title, errors, heading = 'h3', ref }: ErrorSummaryProps) {
  const Heading = heading
  return (
    <div ref={ref} className={styles.summary} role="alert" {...takesFocus}>
      <Heading className={styles.title}>{title}</Heading>
      <ul className={styles.list}>
        {errors.map(({ id, message }) => (
          <li key={id ?? message}>{id ? <a href={`#${id}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}

/** What public/forms.js makes the same list of. No template: browsers of text show what is in one. */
export function summaryAsData(title: string, heading: ErrorSummaryProps['heading'] = 'h3') {
  return JSON.stringify({ title, heading, classes: styles })
}
