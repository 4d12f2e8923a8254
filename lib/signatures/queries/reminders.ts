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
      SELECT s.id AS signature_id, s.email_key, s.email, newest.id AS link_id
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
      WHERE l.signature_id = s.id AND l.is_mailed AND l.used_at IS NULL AND l.expires_at > ${now}
      ORDER BY l.created_at DESC LIMIT 1
    ) newest
    WHERE s.status = 'pending' AND s.submitted_at < ${submittedBefore}
      AND NOT EXISTS (
        SELECT FROM mail m WHERE m.signature_id = s.id
          AND (m.kind = 'reminder' OR m.created_at > ${lastMailBefore}
            OR m.status = 'suppressed' OR m.next_attempt_at = ${untilLookedAt}
            OR m.delivery IN ('bounced', 'complained', 'suppressed')))
      AND (SELECT count(*) FROM mail m WHERE m.signature_id = s.id) < ${mostMails}`
}
