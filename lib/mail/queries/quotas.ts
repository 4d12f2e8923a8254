import type { Prisma } from '#lib/database/types.ts'

/** Mails counted in this minute, in the last 60 and in the last 1,440. */
export async function readMailCounts(transaction: Prisma.TransactionClient) {
  const [used] = await transaction.$queryRaw<Record<'minute' | 'hour' | 'day', bigint>[]>`
    SELECT coalesce(sum(mails) FILTER (WHERE minute > now() - interval '1 minute'), 0) AS minute,
      coalesce(sum(mails) FILTER (WHERE minute > now() - interval '1 hour'), 0) AS hour,
      coalesce(sum(mails), 0) AS day
    FROM mail_quota_usage WHERE minute > now() - interval '1 day'`
  return used
}

/** Counts mails against the quotas, in the minute of their batch; the transaction holds the throttle, so nobody counts beside it. */
export async function countMails(transaction: Prisma.TransactionClient, mails: number) {
  await transaction.$executeRaw`
    INSERT INTO mail_quota_usage (minute, mails) VALUES (date_trunc('minute', now()), ${mails})
    ON CONFLICT (minute) DO UPDATE SET mails = mail_quota_usage.mails + excluded.mails`
}

/** Subtracts mails of a batch from the count: they were dropped, or nothing was accepted. */
export async function uncountMails(
  transaction: Prisma.TransactionClient,
  batchId: string,
  mails: number,
) {
  if (mails === 0) return
  await transaction.$executeRaw`
    UPDATE mail_quota_usage SET mails = greatest(0, mail_quota_usage.mails - ${mails})
    FROM mail_batch
    WHERE mail_batch.id = ${batchId}::uuid
      AND minute = date_trunc('minute', mail_batch.created_at)`
}
