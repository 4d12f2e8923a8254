import type { FormDescription } from '#lib/signatures/describe-form.ts'
import type { Messages } from '#lib/text/messages.ts'
import styles from './Panel.module.css'

/** All that confirming a form makes known or brings about. */
export function FormFacts({ form, words }: { form: FormDescription; words: Messages['confirm'] }) {
  return (
    <div className={styles.facts}>
      <p className={styles.signed}>
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
