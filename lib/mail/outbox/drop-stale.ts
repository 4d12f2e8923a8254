import { dequeueIfPaused } from '#lib/broadcasts/dequeue-broadcast.ts'
import type { Prisma } from '#lib/database/types.ts'
import type { QueuedMail } from '../mail-to-compose.ts'
import { isOfPausedBroadcast } from './is-stale.ts'

/**
 * Drops stale mails from their batch. Mails of a paused broadcast are dequeued, to be written again after a
 * resume.
 */
export async function dropStale(transaction: Prisma.TransactionClient, mails: QueuedMail[]) {
  const paused = mails.filter(isOfPausedBroadcast)
  await transaction.mail.deleteMany({
    where: { id: { in: mails.filter(mail => !isOfPausedBroadcast(mail)).map(({ id }) => id) } },
  })
  await transaction.mail.updateMany({
    where: { id: { in: paused.map(({ id }) => id) } },
    data: { status: 'waiting', batchId: null },
  })
  for (const id of new Set(paused.flatMap(({ broadcastId }) => broadcastId ?? []))) {
    await dequeueIfPaused(transaction, id)
  }
}
