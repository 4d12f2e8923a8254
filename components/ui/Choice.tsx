import styles from './Choice.module.css'
import { FieldError } from './FieldFrame.tsx'
import ticks from './tick.module.css'

type ChoiceProps = {
  /** Of the group; the first answer has the same, so that a link to it can take the focus. */
  id: string
  name: string
  legend: string
  answers: { value: string; label: string }[]
  /** None where an answer has to be given: the browser asks for one. */
  chosen?: string
  error?: string
}

/** One answer out of a few, all in sight. */
export function Choice({ id, name, legend, answers, chosen, error }: ChoiceProps) {
  return (
    <fieldset className={styles.choice} data-field="" aria-describedby={error && `${id}-error`}>
      <legend className={styles.legend}>{legend}</legend>
      <FieldError id={id} error={error} />
      <div className={styles.answers}>
        {answers.map(({ value, label }, index) => (
          <label key={value} className={styles.answer}>
            <input
              id={index === 0 ? id : `${id}-${value}`}
              type="radio"
              className={ticks.dot}
              name={name}
              value={value}
              defaultChecked={value === chosen}
              required={chosen === undefined}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
