import type { MailKind, Prisma } from '#lib/database/types.ts'
import { canWait, IMPORTANCE, kindsByImportance } from './importance.ts'

/** A mail that may go now. */
export type DueMail = { id: string; kind: MailKind; isAlone: boolean; importance: number }

/**
 * The mails that go next, the most important first, locked for the transaction: `most` at most, and of
 * those that can wait no more than `mostThatCanWait`. It looks kind by kind, which an index answers
 * however long the outbox is.
 */
export async function findDueMails(
  transaction: Prisma.TransactionClient,
  most: number,
  mostThatCanWait: number,
): Promise<DueMail[]> {
  if (most === 0) return []
  const rows = await transaction.$queryRaw<Omit<DueMail, 'importance'>[]>`
    WITH next AS (
      SELECT due.id, kinds.place, due."nextAttemptAt"
      FROM unnest(${kindsByImportance()}::text[]) WITH ORDINALITY AS kinds(kind, place)
      CROSS JOIN LATERAL (
        SELECT id, "nextAttemptAt" FROM mail
        WHERE status = 'waiting' AND kind = kinds.kind::"MailKind" AND "nextAttemptAt" <= now()
        ORDER BY "nextAttemptAt", id LIMIT ${most}::int
      ) due
      ORDER BY kinds.place, due."nextAttemptAt", due.id LIMIT ${most}::int
    )
    SELECT mail.id, mail.kind, mail."isAlone" FROM mail JOIN next ON next.id = mail.id
    WHERE mail.status = 'waiting'
    ORDER BY next.place, next."nextAttemptAt", mail.id
    FOR UPDATE OF mail SKIP LOCKED`
  let room = mostThatCanWait
  return rows
    .filter(({ kind }) => !canWait(kind) || room-- > 0)
    .map(row => ({ ...row, importance: IMPORTANCE[row.kind] }))
}

/** Which of them make one parcel: all, but for those that go by themselves. */
export function gatherMails(first: DueMail, due: DueMail[]) {
  return first.isAlone ? [first] : due.filter(({ isAlone }) => !isAlone)
}
