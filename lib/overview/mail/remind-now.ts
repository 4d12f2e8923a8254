import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { countToRemind, remindPending } from '#lib/signatures/remind-pending.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { countReminded } from '../queries.ts'

/** Days after which a pending signature may be reminded by hand; the automatic reminder comes later. */
const REMIND_BY_HAND_AFTER_DAYS = 1

/** Most batches of one press of the button; the rest waits for the next. */
const MOST_RUNS = 20

/** Days over which the effect of reminders is told. */
export const REMINDERS_SHOWN_DAYS = 30

/** How many were reminded of late, and how many of them confirmed after it: told apart from all who confirm. */
export function readReminderEffect(now = new Date()) {
  return countReminded(new Date(now.getTime() - REMINDERS_SHOWN_DAYS * DAY_MS))
}

/** Number of pending signatures that may be reminded now. */
export function countRemindable(now = new Date()) {
  return countToRemind(now, REMIND_BY_HAND_AFTER_DAYS)
}

/**
 * Reminds pending signatories, each once ever, within every limit on mails, and nobody once confirming is
 * closed. Resolves to the number of reminders.
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
