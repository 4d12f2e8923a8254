import { database } from '#lib/database/client.ts'
import { Prisma } from '#lib/database/types.ts'

/** A signature that may be reminded, with its newest link. */
export type Remindable = {
  signatureId: string
  linkId: string
  emailKey: string | null
  email: string
}

/** Who may be reminded. */
export type ReminderRule = {
  now: Date
  submittedBefore: Date
  lastMailBefore: Date
  /** A signature that has had as many mails is not reminded. */
  mostMails: number
  /** When a mail goes that is kept until an organiser looks. */
  untilLookedAt: Date
}

/** The next signatures to remind, oldest first; their rows are locked, and those that are locked left out. */
export function lockRemindable(
  transaction: Prisma.TransactionClient,
  rule: ReminderRule,
  most: number,
) {
  return transaction.$queryRaw<Remindable[]>`
      SELECT s.id AS "signatureId", s."emailKey", s.email, newest.id AS "linkId"
      FROM signature s ${whoMayBeReminded(rule)}
      ORDER BY s.id LIMIT ${most} FOR UPDATE OF s SKIP LOCKED`
}

/** How many there are. */
export async function countRemindable(rule: ReminderRule) {
  const [row] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM signature s ${whoMayBeReminded(rule)}`
  return row?.count ?? 0
}

/** Pending, long enough after the form and the last mail, none of them kept for a look, with a link that still works. */
function whoMayBeReminded({
  now,
  submittedBefore,
  lastMailBefore,
  mostMails,
  untilLookedAt,
}: ReminderRule) {
  return Prisma.sql`
    CROSS JOIN LATERAL (
      SELECT id FROM confirmation_link l
      WHERE l."signatureId" = s.id AND l."isMailed" AND l."usedAt" IS NULL AND l."expiresAt" > ${now}
      ORDER BY l."createdAt" DESC LIMIT 1
    ) newest
    WHERE s.status = 'pending' AND s."submittedAt" < ${submittedBefore}
      AND NOT EXISTS (
        SELECT FROM mail m WHERE m."signatureId" = s.id
          AND (m.kind = 'reminder' OR m."createdAt" > ${lastMailBefore}
            OR m.status = 'suppressed' OR m."nextAttemptAt" = ${untilLookedAt}
            OR m.delivery IN ('bounced', 'complained', 'suppressed')))
      AND (SELECT count(*) FROM mail m WHERE m."signatureId" = s.id) < ${mostMails}`
}
