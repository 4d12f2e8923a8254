import type { Messages } from '#lib/text/messages.ts'
import styles from './Panel.module.css'

/** A form that waits to be confirmed, in words. */
export type FormDescription = {
  id: string
  name: string
  /** What else was typed: a label and a value each. */
  rows: { label: string; value: string }[]
  isPublic: boolean
  wantsUpdates: boolean
  /** Whether the browser that looks sent it. */
  isOfThisBrowser: boolean
  /** Whether none was sent later. */
  isNewest: boolean
}

/** All that confirming a form makes known or brings about. */
export function FormFacts({ form, words }: { form: FormDescription; words: Messages['confirm'] }) {
  return (
    <div className={styles.facts}>
      <p className={styles.signed}>
        <span aria-hidden="true" className={styles.mark}>
          ×
        </span>{' '}
        <bdi>{form.name}</bdi>
      </p>
      <dl className={styles.rows}>
        {form.rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p>{form.isPublic ? words.publicYes : words.publicNo}</p>
      <p>{form.wantsUpdates ? words.updatesYes : words.updatesNo}</p>
    </div>
  )
}
