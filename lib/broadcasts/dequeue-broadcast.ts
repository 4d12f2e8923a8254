import type { Prisma } from '#lib/database/types.ts'
import { deleteWaiting, lockIfPaused, moveBackBefore } from './queries.ts'

/**
 * Deletes the queued mails of a broadcast and moves its cursor back before the first of them. Resolves to their
 * number.
 */
export async function dequeueBroadcast(transaction: Prisma.TransactionClient, id: string) {
  const waiting = await deleteWaiting(transaction, id)
  const [first] = waiting.toSorted()
  if (first) await moveBackBefore(transaction, id, first)
  return waiting.length
}

/** Dequeues a broadcast that was paused while its mails were with the transport. */
export async function dequeueIfPaused(transaction: Prisma.TransactionClient, id: string) {
  if (await lockIfPaused(transaction, id)) await dequeueBroadcast(transaction, id)
}
