import type { ComponentProps, ReactNode } from 'react'
import type { FormProblem } from '#lib/security/refused-form.ts'
import { ErrorSummary, summaryAsData } from './ErrorSummary.tsx'
import styles from './PlainForm.module.css'

/** What is said, and the way to sign none the less: the letter's own page. */
export type HiddenFrame = { sentence: string; link: string; href: string }

type PlainFormProps = Omit<ComponentProps<'form'>, 'action' | 'method'> & {
  /** Address that takes the form. */
  action: string
  /** Base of its fields' ids. */
  base: string
  /** What was wrong with it when it was sent. */
  problems?: FormProblem[]
  /** Title of the list of all that is wrong; without one it is told at the fields alone. */
  summary?: string
  /** One level below the heading that the form stands under. */
  heading?: 'h2' | 'h3'
  /** What is said where it does not reach the site. */
  unreachable: string
  /** What is said in a frame that hides where it comes from: nothing sent from there can be taken. */
  inHiddenFrame?: HiddenFrame | undefined
  children: ReactNode
}

/**
 * A form that every browser sends by itself, to an address that stays, and that shows again what was
 * typed. Where scripts run, public/forms.js sends it without leaving the page, with the words and looks
 * that it finds here.
 */
export function PlainForm(props: PlainFormProps) {
  const { base, problems = [], summary, heading, unreachable, inHiddenFrame, ...form } = props
  const errors = problems.map(({ field, message }) => ({
    ...(field && { id: `${base}-${field}` }),
    message,
  }))
  const forScript = {
    'data-plain': base,
    'data-lost': unreachable,
    'data-look': summary ? summaryAsData(summary, heading) : wholeAsData,
    'data-hidden-frame':
      inHiddenFrame && JSON.stringify({ ...inHiddenFrame, look: styles.hiddenFrame }),
  }
  return (
    <form {...form} method="post" noValidate target="_self" {...forScript}>
      {summary && errors.length > 0 && (
        <ErrorSummary heading={heading} title={summary} errors={errors} />
      )}
      {!summary &&
        errors.map(({ id, message }) => !id && <Whole key={message} message={message} />)}
      {form.children}
      <script src="/forms.js" async />
    </form>
  )
}

/** What is wrong with the whole of a short form. */
function Whole({ message }: { message: string }) {
  return (
    <p role="alert" tabIndex={-1} className={styles.whole}>
      {message}
    </p>
  )
}

const wholeAsData = JSON.stringify({ classes: { summary: styles.whole } })
