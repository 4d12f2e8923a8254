import type { MailKind, Prisma } from '#lib/database/types.ts'
import { canWait, IMPORTANCE, isAskedByStrangers, kindsByImportance } from './importance.ts'

/** How many may go: in all, of those that can wait, of those that strangers ask for. */
type Room = { all: number; canWait: number; forStrangers: number }

/** A mail that may go now. */
export type DueMail = { id: string; kind: MailKind; sendIndividually: boolean; importance: number }

/**
 * The mails that go next, the most important first, locked for the transaction, as many as there is room
 * for. It looks kind by kind, which an index answers however long the outbox is; kinds without room are
 * not looked at, so that they stand in nobody's way.
 */
export async function findDueMails(
  transaction: Prisma.TransactionClient,
  { all: most, ...room }: Room,
): Promise<DueMail[]> {
  if (most === 0) return []
  const left = { ...room }
  const hasRoom = (kind: MailKind) => !isAskedByStrangers(kind) || room.forStrangers > 0
  const rows = await transaction.$queryRaw<Omit<DueMail, 'importance'>[]>`
    WITH next AS (
      SELECT due.id, kinds.place, due.next_attempt_at
      FROM unnest(${kindsByImportance().filter(hasRoom)}::text[]) WITH ORDINALITY AS kinds(kind, place)
      CROSS JOIN LATERAL (
        SELECT id, next_attempt_at FROM mail
        WHERE status = 'waiting' AND kind = kinds.kind::mail_kind AND next_attempt_at <= now()
        ORDER BY next_attempt_at, id LIMIT ${most}::int
      ) due
      ORDER BY kinds.place, due.next_attempt_at, due.id LIMIT ${most}::int
    )
    SELECT mail.id, mail.kind, mail.send_individually FROM mail JOIN next ON next.id = mail.id
    WHERE mail.status = 'waiting'
    ORDER BY next.place, next.next_attempt_at, mail.id
    FOR UPDATE OF mail SKIP LOCKED`
  return rows
    .filter(({ kind }) => !canWait(kind) || left.canWait-- > 0)
    .filter(({ kind }) => !isAskedByStrangers(kind) || left.forStrangers-- > 0)
    .map(row => ({ ...row, importance: IMPORTANCE[row.kind] }))
}

/** Which of them make one batch: all, but for those that go by themselves. */
export function gatherMails(first: DueMail, due: DueMail[]) {
  return first.sendIndividually ? [first] : due.filter(({ sendIndividually }) => !sendIndividually)
}
