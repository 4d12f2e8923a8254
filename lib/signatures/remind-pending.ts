import { isConfirmingOpen } from '#lib/campaign/campaign-run.ts'
import { database } from '#lib/database/client.ts'
import { withLockIfFree } from '#lib/database/locks.ts'
import { CONFIRMATION_MAIL_LIMITS } from '#lib/suppression/mail-limits.ts'
import { suppressedAmong } from '#lib/suppression/suppression.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { reminderTime, UNTIL_LOOKED_AT } from './mail-pace.ts'
import { countRemindable, lockRemindable, type ReminderRule } from './queries/reminders.ts'

/** Days after which a pending signature is reminded, once. */
export const REMINDER_AFTER_DAYS = 3

/** Least days after another mail, which respects the limits on mails. */
const DAYS_AFTER_OTHER_MAIL = 1

const MAILS_PER_RUN = 1_000

/**
 * Writes one reminder for each signature that has waited long enough, with the link of its newest
 * mail, unless its address has had as many mails as it may, or is not to be written to. Resolves to
 * how many it wrote: one instance does it at a time, and running it again writes none twice. Nobody is
 * reminded of what can no longer be confirmed.
 */
export async function remindPending(now = new Date(), afterDays = REMINDER_AFTER_DAYS) {
  if (!(await isConfirmingOpen(now))) return 0
  return database.$transaction(async transaction => {
    if (!(await withLockIfFree(transaction, 'remind-pending'))) return 0
    const waiting = await lockRemindable(transaction, ruleAt(now, afterDays), MAILS_PER_RUN)
    const keys = waiting.flatMap(({ emailKey }) => emailKey ?? [])
    const suppressed = await suppressedAmong(transaction, keys)
    const wanted = waiting.filter(({ emailKey }) => !suppressed.has(emailKey ?? ''))
    const data = wanted.map(async ({ signatureId, linkId, email }) => ({
      signatureId,
      linkId,
      kind: 'reminder' as const,
      createdAt: now,
      ...later(await reminderTime(email, now), now),
    }))
    const { count } = await transaction.mail.createMany({ data: await Promise.all(data) })
    return count
  })
}

/** Number of signatures that would be reminded; suppressed addresses are found when their turn comes. */
export async function countToRemind(now = new Date(), afterDays = REMINDER_AFTER_DAYS) {
  if (!(await isConfirmingOpen(now))) return 0
  return countRemindable(ruleAt(now, afterDays))
}

/** Sent at once, by the database's clock. */
function later(nextAttemptAt: Date, now: Date) {
  return nextAttemptAt > now ? { nextAttemptAt } : {}
}

function ruleAt(now: Date, afterDays: number): ReminderRule {
  return {
    now,
    submittedBefore: new Date(now.getTime() - afterDays * DAY_MS),
    lastMailBefore: new Date(now.getTime() - DAYS_AFTER_OTHER_MAIL * DAY_MS),
    mostMails: Math.max(...CONFIRMATION_MAIL_LIMITS.map(limit => limit.mails)),
    untilLookedAt: UNTIL_LOOKED_AT,
  }
}
