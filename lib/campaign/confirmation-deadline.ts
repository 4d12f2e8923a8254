import { HOUR_MS } from '#lib/time/time-spans.ts'
import type { CampaignRun } from './campaign-run.ts'
import { CAMPAIGN_STATES, stateAt } from './states.ts'

/** Hours in which a form given in time is confirmed: from closing, or from the moment its mail went out if that is later. */
export const CONFIRMING_HOURS = 24

/** Hours after closing from which on nothing is confirmed, and the count is final. */
export const FINAL_COUNT_HOURS = 72

/** What of a campaign run decides when signing ends. */
export type Closing = Pick<CampaignRun, 'state' | 'opensAt' | 'closesAt' | 'closedAt'>

/** Closing moment, past or to come; null where none is set, or where only content/campaign.yaml says closed. */
export function closingMoment(run: Closing): Date | null {
  if (run.state === 'closed') return run.closedAt
  const isClosing = run.closesAt !== null && stateAt(run, run.closesAt) === 'closed'
  return isClosing ? run.closesAt : null
}

/**
 * Deadline of a confirmation.
 * @param mailedAt when its newest mail went out; null where none did, or long before closing
 */
export function confirmationDeadline(closedAt: Date, mailedAt: Date | null): Date {
  const begin = Math.max(closedAt.getTime(), mailedAt?.getTime() ?? 0)
  return new Date(Math.min(begin + CONFIRMING_HOURS * HOUR_MS, finalCountAt(closedAt).getTime()))
}

/** Moment from which on the count of a campaign that closed then is final. */
export function finalCountAt(closedAt: Date) {
  return new Date(closedAt.getTime() + FINAL_COUNT_HOURS * HOUR_MS)
}

/** Whether nothing can be confirmed any more. One that closed at a moment that nobody knows is final at once. */
export function isCountFinal(run: Closing, now: Date) {
  if (CAMPAIGN_STATES[stateAt(run, now)].mayConfirm) return false
  const closedAt = closingMoment(run)
  return closedAt === null || now >= finalCountAt(closedAt)
}

/** Whether what was counted then was not final, as forms given before closing could still be confirmed. */
export function isProvisional(run: Closing, countedAt: Date) {
  return provisionalUntil(run, countedAt) !== null
}

/** When what was counted then, and was not final, is to be; null for what was final, or counted before closing. */
export function provisionalUntil(run: Closing, countedAt: Date): Date | null {
  const closedAt = closingMoment(run)
  if (!closedAt || countedAt < closedAt || countedAt >= finalCountAt(closedAt)) return null
  return finalCountAt(closedAt)
}

/** Moment of the final count while a campaign is closed and its count provisional; null otherwise. */
export function finalCountToCome(run: Closing, now: Date): Date | null {
  const isClosed = stateAt(run, now) === 'closed'
  const closedAt = closingMoment(run)
  return isClosed && closedAt && !isCountFinal(run, now) ? finalCountAt(closedAt) : null
}
