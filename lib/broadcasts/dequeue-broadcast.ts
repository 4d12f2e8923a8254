import type { Prisma } from '#lib/database/types.ts'
import { deleteWaiting, lockIfPaused, moveBackBefore } from './queries.ts'

/**
 * Deletes the mails of a broadcast that wait, and goes back to before the first of them. Resolves to how
 * many they were.
 */
export async function dequeueBroadcast(transaction: Prisma.TransactionClient, id: string) {
  const waiting = await deleteWaiting(transaction, id)
  const [first] = waiting.toSorted()
  if (first) await moveBackBefore(transaction, id, first)
  return waiting.length
}

/** The same for mails that came back from the door after their broadcast was paused. */
export async function dequeueIfPaused(transaction: Prisma.TransactionClient, id: string) {
  if (await lockIfPaused(transaction, id)) await dequeueBroadcast(transaction, id)
}
