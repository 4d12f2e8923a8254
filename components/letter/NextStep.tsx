import { ButtonLink } from '#components/ui/Button.tsx'
import type { NextStep as Step } from '#lib/content/next-step.ts'
import {
  type NextStepTag,
  nextStepLink,
  textToRepresentative,
} from '#lib/sharing/next-step-link.ts'
import { formatDay, type Messages } from '#lib/text/messages.ts'
import { CodeLine } from '../sharing/CodeLine.tsx'
import { PassOn } from './PassOn.tsx'

type NextStepProps = {
  step: Step
  locale: string
  /** Where it stands. */
  tag: NextStepTag
  words: Messages['nextStep']
}

/** What the organisers ask of who has signed: one button, and below it the way to pass the letter on. */
export function NextStep({ step, locale, tag, words }: NextStepProps) {
  return (
    <PassOn title={step.title} lead={step.lead}>
      {step.kind === 'event' && (
        <p>
          <strong>{[formatDay(locale, step.day), step.time].filter(Boolean).join(', ')}</strong>
          <br />
          {step.place}
        </p>
      )}
      {step.kind === 'write' && (
        <CodeLine
          id="next-step-text"
          label={words.text}
          code={textToRepresentative(step.text, locale)}
        />
      )}
      <p>
        <ButtonLink href={nextStepLink(step, locale, tag)} rel="noopener">
          {step.button}
        </ButtonLink>
      </p>
      <p>
        <a href={`/${locale}/spread`}>{words.share}</a>
      </p>
    </PassOn>
  )
}
