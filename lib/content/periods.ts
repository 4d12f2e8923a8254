import { retention } from './campaign.ts'
import { UNFINISHED_DAYS } from './limits.ts'

/** Lines about what was deleted are kept this many months. */
export const LOG_MONTHS = 12

/** What organisers removed can be put back for so many days; then its words are erased. */
export const UNDO_DAYS = 30

/** Months after closing after which the period of addresses begins, though the letter was not delivered. */
export const CLOSED_MONTHS = 12

/** Months without a confirmation after which it begins, whatever the campaign's state. */
export const QUIET_MONTHS = 18

/** Months by which owners may postpone the erasure of addresses, once. */
export const POSTPONE_MONTHS = 6

/** Days before that erasure at which owners are told of it. */
export const ERASURE_NOTICE_DAYS = 30

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
    closedMonths: CLOSED_MONTHS,
    quietMonths: QUIET_MONTHS,
    postponeMonths: POSTPONE_MONTHS,
    noticeDays: ERASURE_NOTICE_DAYS,
    paperDays: UNFINISHED_DAYS,
    removedDays: UNDO_DAYS,
    webhookDays: WEBHOOK_LOG_DAYS,
    logMonths: LOG_MONTHS,
  }
}
