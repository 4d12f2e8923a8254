import type { MailKind, Prisma } from '#lib/database/types.ts'
import { lockDueMails } from '../queries/mails.ts'
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
  const kinds = kindsByImportance().filter(hasRoom)
  const rows = await lockDueMails(transaction, kinds, most)
  return rows
    .filter(({ kind }) => !canWait(kind) || left.canWait-- > 0)
    .filter(({ kind }) => !isAskedByStrangers(kind) || left.forStrangers-- > 0)
    .map(row => ({ ...row, importance: IMPORTANCE[row.kind] }))
}

/** Which of them make one batch: all, but for those that go by themselves. */
export function gatherMails(first: DueMail, due: DueMail[]) {
  return first.sendIndividually ? [first] : due.filter(({ sendIndividually }) => !sendIndividually)
}
