import { z } from 'zod'
import { fault, mustHold } from './faults.ts'
import { paragraphs, words } from './fields.ts'
import { isHttps } from './typed-text.ts'

/** What those who have signed may be asked to do next; the first is what they are asked where nothing is chosen. */
export const NEXT_STEPS = ['share', 'give', 'join', 'write', 'event'] as const

export type NextStepKind = (typeof NEXT_STEPS)[number]

const link = words.refine(isHttps, fault('not-https'))
const said = { title: words, lead: words, button: words }

const elsewhere = z.strictObject({ ...said, link }, needs('title', 'lead', 'button', 'link'))

/**
 * To one's representative: by a mail to `to`, or to whom she types where there is none; or by the form behind `link`.
 */
const representative = z.strictObject(
  {
    ...said,
    to: words.pipe(z.email(fault('not-mail'))).optional(),
    link: link.optional(),
    subject: words,
    text: paragraphs,
  },
  needs('title', 'lead', 'button', 'subject', 'text'),
)

const event = z.strictObject(
  { ...said, link, time: words.optional(), place: words },
  needs('title', 'lead', 'button', 'link', 'place'),
)

/** A next step other than sharing, in one language. */
export type NextStep =
  | ({ kind: 'give' | 'join' } & z.infer<typeof elsewhere>)
  | ({ kind: 'write' } & z.infer<typeof representative>)
  | ({ kind: 'event'; day: string } & z.infer<typeof event>)

/**
 * The field `nextStep` of content/campaign/<language>.yaml for the chosen step. While it is sharing, whatever stands
 * there is kept for another time and not looked at.
 * @param day the day of an event
 */
export function nextStepFor(
  kind: NextStepKind,
  day: string | undefined,
): z.ZodType<NextStep | null> {
  switch (kind) {
    case 'share':
      return z
        .unknown()
        .optional()
        .transform(() => null)
    case 'write':
      return representative.transform(step => ({ kind, ...step }))
    case 'event':
      return event.transform(step => ({ kind, day: day ?? '', ...step }))
    default:
      return elsewhere.transform(step => ({ kind, ...step }))
  }
}

function needs(...fields: string[]) {
  return {
    error: (issue: { code?: string }) =>
      issue.code === 'invalid_type' ? mustHold(...fields) : undefined,
  }
}
