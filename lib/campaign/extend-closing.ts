import { DAY_MS } from '#lib/time/time-spans.ts'
import type { CampaignRun } from './campaign-run.ts'

/** Closing date moved on by the days of a pause, each begun day as a whole one. */
export type ExtendedClosing = { days: number; closesAt: Date }

/** What the closing date would be with the paused days added; null without a date, or without a pause. */
export function extendedClosing(
  { pausedAt, closesAt }: Pick<CampaignRun, 'pausedAt' | 'closesAt'>,
  now: Date,
): ExtendedClosing | null {
  if (!pausedAt || !closesAt || closesAt <= now) return null
  const days = Math.max(1, Math.ceil((now.getTime() - pausedAt.getTime()) / DAY_MS))
  return { days, closesAt: new Date(closesAt.getTime() + days * DAY_MS) }
}
