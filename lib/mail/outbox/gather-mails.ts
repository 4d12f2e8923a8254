import type { MailKind, Prisma } from '#lib/database/types.ts'
import { lockDueMails } from '../queries/mails.ts'
import { canWait, IMPORTANCE, isAskedByStrangers, kindsByImportance } from './importance.ts'

/** Free capacity: in all, for mails that can wait, for mails that strangers trigger. */
type Room = { all: number; canWait: number; forStrangers: number }

/** A due mail. */
export type DueMail = { id: string; kind: MailKind; sendIndividually: boolean; importance: number }

/**
 * Locks the next due mails, most important first, within the free capacity. Reads kind by kind, which an index
 * answers at any length of the outbox; kinds without capacity are skipped, so that they block no other.
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

/** Mails of one batch: all, except those that are sent individually. */
export function gatherMails(first: DueMail, due: DueMail[]) {
  return first.sendIndividually ? [first] : due.filter(({ sendIndividually }) => !sendIndividually)
}
