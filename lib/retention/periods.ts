import { retention } from '#lib/letter/campaign.ts'
import { UNFINISHED_DAYS } from '#lib/paper/limits.ts'

/** Lines about what was deleted are kept this many months. */
export const LOG_MONTHS = 12

/** How long what is kept: the job that deletes and the privacy page read it here. */
export function retentionPeriods(root?: string) {
  const { pendingDays, networkDays, addressMonthsAfterDelivery } = retention(root)
  return {
    pendingDays,
    networkDays,
    addressMonths: addressMonthsAfterDelivery,
    paperDays: UNFINISHED_DAYS,
    logMonths: LOG_MONTHS,
  }
}
