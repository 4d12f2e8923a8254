import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'

/** What is due: mails that wait, or batches that were given back, whose worker died or whose answer was lost. */
type Due = { hasMails: boolean; hasBatches: boolean }

/** Whether mails and batches are due. */
export async function readDue(): Promise<Due> {
  const [due] = await database.$queryRaw<Due[]>`
    SELECT EXISTS (SELECT FROM mail WHERE status = 'waiting' AND next_attempt_at <= now()) AS has_mails,
      EXISTS (SELECT FROM mail_batch WHERE status = 'open' AND next_attempt_at <= now()) AS has_batches`
  return due ?? { hasMails: false, hasBatches: false }
}

/**
 * Releases the mails of unrendered batches whose worker died; one that is being rendered at this very time is
 * left to its worker.
 */
export async function dissolveUnmade(transaction: Prisma.TransactionClient) {
  await transaction.$executeRaw`
    WITH unmade AS (
      SELECT id FROM mail_batch
      WHERE status = 'open' AND next_attempt_at <= now() AND payload IS NULL
      FOR UPDATE SKIP LOCKED
    ), freed AS (
      UPDATE mail SET status = 'waiting', batch_id = NULL FROM unmade
      WHERE mail.batch_id = unmade.id AND mail.status = 'sending'
    )
    DELETE FROM mail_batch USING unmade WHERE mail_batch.id = unmade.id`
}

/** Marks batches as unknown that were not answered while their idempotency keys were valid. */
export async function giveUpUnanswered(transaction: Prisma.TransactionClient, hours: number) {
  await transaction.$executeRaw`
    WITH lost AS (
      UPDATE mail_batch SET status = 'unknown', payload = NULL
      WHERE status = 'open' AND next_attempt_at <= now()
        AND first_tried_at < now() - ${hours}::int * interval '1 hour'
      RETURNING id
    )
    UPDATE mail SET status = 'unknown' FROM lost
    WHERE mail.batch_id = lost.id AND mail.status = 'sending'`
}

/** Locks the most important unanswered batch; undefined if there is none. */
export async function lockLostBatch(transaction: Prisma.TransactionClient) {
  const [lost] = await transaction.$queryRaw<{ id: string; importance: number }[]>`
    SELECT id, importance FROM mail_batch
    WHERE status = 'open' AND next_attempt_at <= now() AND payload IS NOT NULL
    ORDER BY importance, next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED`
  return lost
}

/** Locks an open batch. Resolves to its number of attempts; undefined if it is not open. */
export async function lockOpenBatch(transaction: Prisma.TransactionClient, batchId: string) {
  const [batch] = await transaction.$queryRaw<{ attempts: number }[]>`
    SELECT attempts FROM mail_batch WHERE id = ${batchId}::uuid AND status = 'open' FOR UPDATE`
  return batch?.attempts
}
