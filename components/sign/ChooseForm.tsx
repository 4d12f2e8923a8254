import ticks from '#components/ui/tick.module.css'
import type { FormDescription } from '#lib/signatures/describe-form.ts'
import type { Messages } from '#lib/text/messages.ts'
import { FormFacts } from './FormFacts.tsx'
import styles from './Panel.module.css'

type ChooseFormProps = { forms: FormDescription[]; words: Messages['confirm'] }

/** Several forms with one address, each whole: its owner chooses hers. */
export function ChooseForm({ forms, words }: ChooseFormProps) {
  return (
    <>
      <fieldset className={styles.choice}>
        <legend className={styles.legend}>{words.severalLegend}</legend>
        {forms.map((form, place) => (
          <div key={form.id} className={styles.option}>
            <label className={styles.pick}>
              <input
                type="radio"
                className={ticks.dot}
                name="form"
                value={form.id}
                defaultChecked={place === 0}
                aria-describedby={`form-${form.id}`}
              />
              <span>
                <bdi>{form.name}</bdi> · {whence(form, words)}
              </span>
            </label>
            <div id={`form-${form.id}`}>
              <FormFacts form={form} words={words} />
            </div>
          </div>
        ))}
      </fieldset>
      <p className={styles.note}>{words.shared}</p>
    </>
  )
}

function whence({ isOfThisBrowser, isNewest }: FormDescription, words: Messages['confirm']) {
  if (isOfThisBrowser) return words.fromHere
  return isNewest ? words.newest : words.earlier
}
