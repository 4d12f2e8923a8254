import { localDay } from '#lib/time/zoned-time.ts'
import { readCampaign, timeZone } from './campaign.ts'
import type { NextStep } from './next-step.ts'

/** What who has signed is asked to do next; null where it is to pass the letter on, as after the day of an event. */
export function readNextStep(locale: string, now = new Date()): NextStep | null {
  const { nextStep } = readCampaign(locale)
  const isOver = nextStep?.kind === 'event' && nextStep.day < localDay(now, timeZone())
  return isOver ? null : nextStep
}
