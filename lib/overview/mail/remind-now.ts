import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { countToRemind, remindPending } from '#lib/signatures/remind-pending.ts'

/** Who has not confirmed after so many days may be reminded by hand; by itself it takes longer. */
const REMIND_BY_HAND_AFTER_DAYS = 1

/** No more runs than this in one press; the rest waits for the next one. */
const MOST_RUNS = 20

/** How many would be reminded now. */
export function countRemindable(now = new Date()) {
  return countToRemind(now, REMIND_BY_HAND_AFTER_DAYS)
}

/**
 * Reminds those who did not confirm, each once ever, within every limit on mails, and nobody once
 * confirming is closed. Resolves to how many reminders it wrote.
 */
export async function remindNow(organiser: Organiser, now = new Date()) {
  let written = 0
  for (let run = 0; run < MOST_RUNS; run += 1) {
    const more = await remindPending(now, REMIND_BY_HAND_AFTER_DAYS)
    written += more
    if (more === 0) break
  }
  await recordAuditEvent({ by: organiser, kind: 'reminders-written', rows: written })
  return written
}
