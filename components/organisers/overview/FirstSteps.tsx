import { Button } from '#components/ui/Button.tsx'
import shared from '#components/ui/visually-hidden.module.css'
import styles from './FirstSteps.module.css'

/** A step with where it is made. */
export type FirstStepLine = {
  name: string
  title: string
  /** What there is to do, or what was found. */
  state: string
  href: string
  isDone: boolean
  /** Name of the button that accepts what ships; null where nothing is to be accepted. */
  accept: string | null
}

type FirstStepsProps = {
  steps: FirstStepLine[]
  accept: (form: FormData) => Promise<void>
  words: { done: string; toDo: string; accept: string }
}

/** The steps to an open letter, each with its tick, the way to it, and a button where what ships may stay. */
export function FirstSteps({ steps, accept, words }: FirstStepsProps) {
  return (
    <ol className={styles.steps}>
      {steps.map(step => (
        <li key={step.name} className={`${styles.step} ${step.isDone ? styles.done : ''}`}>
          <Tick isDone={step.isDone} />
          <span className={styles.words}>
            <a href={step.href}>
              {step.title}
              <span className={shared.visuallyHidden}>
                {` (${step.isDone ? words.done : words.toDo})`}
              </span>
            </a>
            <span className={styles.state}>{step.state}</span>
          </span>
          {step.accept && (
            <form action={accept}>
              <input type="hidden" name="step" value={step.name} />
              <Button type="submit" look="quiet" aria-label={step.accept}>
                {words.accept}
              </Button>
            </form>
          )}
        </li>
      ))}
    </ol>
  )
}

/** The words beside it say the same. */
function Tick({ isDone }: { isDone: boolean }) {
  return (
    <svg aria-hidden="true" className={styles.tick} viewBox="0 0 24 24">
      <circle cx="12" cy="12" r="10.5" />
      {isDone && <path d="M7 12.5l3.5 3.5L17 8.5" />}
    </svg>
  )
}
