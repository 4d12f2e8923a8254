import type { ComponentProps } from 'react'
import styles from './Button.module.css'

type Look = { look?: 'main' | 'quiet' }

/** What sends a form: `main` for the one step of a page, `quiet` for all others. */
export function Button({ look = 'main', ...rest }: ComponentProps<'button'> & Look) {
  return <button {...rest} className={styles[look]} />
}

/** A link dressed as a button, for a step forward that is a page. */
export function ButtonLink({ look = 'main', ...rest }: ComponentProps<'a'> & Look) {
  return <a {...rest} className={styles[look]} />
}
