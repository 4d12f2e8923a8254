import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { env } from '#lib/env/env.ts'

/** How many mails the whole site may send in a minute, an hour and a day. */
export type MailQuotas = { minute: number; hour: number; day: number }

type QuotaWindow = keyof MailQuotas

/** How much of one budget is used. */
export type QuotaUse = { window: QuotaWindow; limit: number; used: number }

/** From this share on organisers are warned. */
export const WARN_FROM_SHARE = 0.5

/** The rest of each budget is kept for mails that somebody waits for. */
const SHARE_FOR_MAILS_THAT_CAN_WAIT = 0.8

/** While too many mails to strangers come back, so many go in a minute at most. */
export const MAILS_PER_MINUTE_BRAKED = 60

/** The budgets of the environment. */
export function mailQuotas(): MailQuotas {
  return { minute: env.MAIL_PER_MINUTE, hour: env.MAIL_PER_HOUR, day: env.MAIL_PER_DAY }
}

/** How much of each budget is used now: of this minute, the last 60 and the last 1,440. */
export async function readQuotaUse(
  budgets = mailQuotas(),
  transaction: Prisma.TransactionClient = database,
): Promise<QuotaUse[]> {
  const [used] = await transaction.$queryRaw<Record<QuotaWindow, bigint>[]>`
    SELECT coalesce(sum(mails) FILTER (WHERE minute > now() - interval '1 minute'), 0) AS minute,
      coalesce(sum(mails) FILTER (WHERE minute > now() - interval '1 hour'), 0) AS hour,
      coalesce(sum(mails), 0) AS day
    FROM mail_quota_usage WHERE minute > now() - interval '1 day'`
  const windows = Object.keys(budgets) as QuotaWindow[]
  return windows.map(window => ({
    window,
    limit: budgets[window],
    used: Number(used?.[window] ?? 0),
  }))
}

/**
 * How many more mails may go now: in all, of those that can wait, and of those that strangers ask for,
 * which may be all, or few while the brake on them is on.
 */
export function roomLeft(uses: QuotaUse[], isBraked = false) {
  const least = (share: number) =>
    Math.max(0, Math.min(...uses.map(({ limit, used }) => Math.floor(limit * share) - used)))
  const sentThisMinute = uses.find(({ window }) => window === 'minute')?.used ?? 0
  const braked = Math.max(0, MAILS_PER_MINUTE_BRAKED - sentThisMinute)
  return {
    all: least(1),
    canWait: least(SHARE_FOR_MAILS_THAT_CAN_WAIT),
    forStrangers: isBraked ? braked : Number.POSITIVE_INFINITY,
  }
}

/** Counts mails against the budgets, in the minute of their batch; the transaction holds the gate, so nobody counts beside it. */
export async function countMails(transaction: Prisma.TransactionClient, mails: number) {
  await transaction.$executeRaw`
    INSERT INTO mail_quota_usage (minute, mails) VALUES (date_trunc('minute', now()), ${mails})
    ON CONFLICT (minute) DO UPDATE SET mails = mail_quota_usage.mails + excluded.mails`
}

/** Takes mails of a batch out of the count again: they were left out of it, or nothing of it was taken. */
export async function uncountMails(
  transaction: Prisma.TransactionClient,
  batchId: string,
  mails: number,
) {
  await transaction.$executeRaw`
    UPDATE mail_quota_usage SET mails = greatest(0, mail_quota_usage.mails - ${mails})
    FROM mail_batch
    WHERE mail_batch.id = ${batchId}::uuid
      AND minute = date_trunc('minute', mail_batch.created_at)`
}
