import type { NextStep } from '#lib/content/next-step.ts'
import { env } from '#lib/env/env.ts'
import { mailLink, withTag } from './share-links.ts'

/** Where a next step was pressed: on the page that thanks, or on the one that the mail of thanks leads to. */
export type NextStepTag = 'thanks' | 'thanks-mail'

type WritingStep = Extract<NextStep, { kind: 'write' }>

/** Tag of the letter's address in what is written to a representative. */
const REPRESENTATIVE_TAG = 'representative'

/**
 * Where the button of a next step leads: to a page, with the tag of where it was pressed, by which that page can count
 * who comes; or to a mail that is written already.
 */
export function nextStepLink(step: NextStep, locale: string, tag: NextStepTag) {
  return step.kind === 'write' ? writingLink(step, locale, tag) : withTag(step.link, tag)
}

function writingLink(step: WritingStep, locale: string, tag: NextStepTag) {
  const { link, to, subject, text } = step
  if (link) return withTag(link, tag)
  return mailLink(letterOf(locale), subject, text, { to, tag: REPRESENTATIVE_TAG })
}

/** What is written to a representative, with the letter's address below it. */
export function textToRepresentative(text: string, locale: string) {
  return `${text}\n\n${withTag(letterOf(locale), REPRESENTATIVE_TAG)}`
}

function letterOf(locale: string) {
  return `${env.SITE_URL}/${locale}`
}
