import { isConfirmingOpen } from '#lib/campaign/campaign-run.ts'
import { database } from '#lib/database/client.ts'
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
    if (!(await takesTurn(transaction))) return 0
    const waiting = await transaction.$queryRaw<Remindable[]>`
      SELECT s.id AS signature_id, s.email_key, s.email, newest.id AS link_id
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
      WHERE l.signature_id = s.id AND l.is_mailed AND l.used_at IS NULL AND l.expires_at > ${now}
      ORDER BY l.created_at DESC LIMIT 1
    ) newest
    WHERE s.status = 'pending' AND s.submitted_at < ${since}
      AND NOT EXISTS (
        SELECT FROM mail m WHERE m.signature_id = s.id
          AND (m.kind = 'reminder' OR m.created_at > ${lastMail}
            OR m.status = 'suppressed' OR m.next_attempt_at = ${UNTIL_LOOKED_AT}
            OR m.delivery IN ('bounced', 'complained', 'suppressed')))
      AND (SELECT count(*) FROM mail m WHERE m.signature_id = s.id) < ${most}`
}

/** A lock for the length of the transaction: what another instance wrote is seen by who comes next. */
async function takesTurn(transaction: Prisma.TransactionClient) {
  const [lock] = await transaction.$queryRaw<{ taken: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('remind-pending')) AS taken`
  return lock?.taken ?? false
}
