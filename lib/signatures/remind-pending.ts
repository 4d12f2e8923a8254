import { isConfirmingOpen } from '#lib/campaign/campaign-run.ts'
import { database } from '#lib/database/client.ts'
import { withLockIfFree } from '#lib/database/locks.ts'
import { Prisma } from '#lib/database/types.ts'
import { CONFIRMATION_MAIL_LIMITS } from '#lib/suppression/mail-limits.ts'
import { suppressedAmong } from '#lib/suppression/suppression.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { reminderTime, UNTIL_LOOKED_AT } from './mail-pace.ts'

/** Who has not confirmed after this many days is reminded, once. */
export const REMINDER_AFTER_DAYS = 3

/** Not sooner than this many days after another mail, which keeps within the limits on mails. */
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
    const waiting = await transaction.$queryRaw<Remindable[]>`
      SELECT s.id AS "signatureId", s."emailKey", s.email, newest.id AS "linkId"
      FROM signature s ${whoMayBeReminded(now, afterDays)}
      ORDER BY s.id LIMIT ${MAILS_PER_RUN} FOR UPDATE OF s SKIP LOCKED`
    const keys = waiting.flatMap(({ emailKey }) => emailKey ?? [])
    const suppressed = await suppressedAmong(transaction, keys)
    const { count } = await transaction.mail.createMany({
      data: waiting
        .filter(({ emailKey }) => !suppressed.has(emailKey ?? ''))
        .map(({ signatureId, linkId, email }) => ({
          signatureId,
          linkId,
          kind: 'reminder' as const,
          createdAt: now,
          ...later(reminderTime(email, now), now),
        })),
    })
    return count
  })
}

/** How many would be reminded; those that are not to be written to are found when their turn comes. */
export async function countToRemind(now = new Date(), afterDays = REMINDER_AFTER_DAYS) {
  if (!(await isConfirmingOpen(now))) return 0
  const [row] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM signature s ${whoMayBeReminded(now, afterDays)}`
  return row?.count ?? 0
}

type Remindable = { signatureId: string; linkId: string; emailKey: string | null; email: string }

/** By the database's clock where it goes at once. */
function later(nextAttemptAt: Date, now: Date) {
  return nextAttemptAt > now ? { nextAttemptAt } : {}
}

/** Pending, long enough after the form and the last mail, none of them kept for a look, with a link that still works. */
function whoMayBeReminded(now: Date, afterDays: number) {
  const since = new Date(now.getTime() - afterDays * DAY_MS)
  const lastMail = new Date(now.getTime() - DAYS_AFTER_OTHER_MAIL * DAY_MS)
  const most = Math.max(...CONFIRMATION_MAIL_LIMITS.map(limit => limit.mails))
  return Prisma.sql`
    CROSS JOIN LATERAL (
      SELECT id FROM confirmation_link l
      WHERE l."signatureId" = s.id AND l."isMailed" AND l."usedAt" IS NULL AND l."expiresAt" > ${now}
      ORDER BY l."createdAt" DESC LIMIT 1
    ) newest
    WHERE s.status = 'pending' AND s."submittedAt" < ${since}
      AND NOT EXISTS (
        SELECT FROM mail m WHERE m."signatureId" = s.id
          AND (m.kind = 'reminder' OR m."createdAt" > ${lastMail}
            OR m.status = 'suppressed' OR m."nextAttemptAt" = ${UNTIL_LOOKED_AT}
            OR m.delivery IN ('bounced', 'complained', 'suppressed')))
      AND (SELECT count(*) FROM mail m WHERE m."signatureId" = s.id) < ${most}`
}
