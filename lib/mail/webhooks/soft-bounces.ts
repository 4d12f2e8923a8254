import type { Prisma } from '#lib/database/types.ts'
import { bouncesSince, liftPause, suppressAddress } from '#lib/suppression/suppression.ts'

/** Mails in a row that come back for now, after which the address is paused for PAUSE_LASTS_DAYS. */
export const SOFT_BOUNCES_BEFORE_PAUSE = 3

/** What happened to a mail of a signature, and to which address it went. */
type Told = { to: string; signatureId: string | null; at: Date }

/**
 * Pauses an address from which several mails in a row came back for now: a mailbox that is full, a server that is
 * away. What came back before a delivery is forgotten, and so is what bounces would be.
 */
export async function noteSoftBounce(
  transaction: Prisma.TransactionClient,
  { to, signatureId, at }: Told,
) {
  if (!signatureId) return
  const softBounces = await countSoftBounces(transaction, signatureId, at)
  if (softBounces < SOFT_BOUNCES_BEFORE_PAUSE) return
  await suppressAddress(transaction, to, 'paused', signatureId, at)
}

/** A mail that arrived ends a pause that began before it. */
export async function noteArrival(transaction: Prisma.TransactionClient, { to, at }: Told) {
  await liftPause(transaction, to, at)
}

/** Mails of a signature that came back for now since the last one that arrived; the events of a mail count once. */
async function countSoftBounces(
  transaction: Prisma.TransactionClient,
  signatureId: string,
  at: Date,
) {
  const { _max: arrived } = await transaction.mailEvent.aggregate({
    where: { kind: 'delivered', mail: { signatureId } },
    _max: { at: true },
  })
  const since = Math.max(bouncesSince(at).getTime(), arrived.at?.getTime() ?? 0)
  return transaction.mail.count({
    where: { signatureId, events: { some: { kind: 'soft_bounced', at: { gt: new Date(since) } } } },
  })
}
