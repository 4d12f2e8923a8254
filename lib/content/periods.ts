import { retention } from './campaign.ts'
import { UNFINISHED_DAYS } from './limits.ts'

/** Lines about what was deleted are kept this many months. */
export const LOG_MONTHS = 12

/** What organisers removed can be put back for so many days; then its words are erased. */
export const UNDO_DAYS = 30

/** What one organiser asked another to approve is kept for so many days after it ended. */
export const ENDED_APPROVAL_DAYS = 30

/** What was told to organisers' own systems stays in their log for so many days after it arrived or was given up. */
export const WEBHOOK_LOG_DAYS = 7

/** How long what is kept: the job that deletes and the privacy page read it here. */
export function retentionPeriods(root?: string) {
  const { pendingDays, networkDays, addressMonthsAfterDelivery } = retention(root)
  return {
    pendingDays,
    networkDays,
    addressMonths: addressMonthsAfterDelivery,
    paperDays: UNFINISHED_DAYS,
    removedDays: UNDO_DAYS,
    webhookDays: WEBHOOK_LOG_DAYS,
    logMonths: LOG_MONTHS,
  }
}
