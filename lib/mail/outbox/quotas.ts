import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { env } from '#lib/env/env.ts'
import { readMailCounts } from '../queries/quotas.ts'

/** How many mails the whole site may send in a minute, an hour and a day. */
export type MailQuotas = { minute: number; hour: number; day: number }

type QuotaWindow = keyof MailQuotas

/** How much of one quota is used. */
export type QuotaUse = { window: QuotaWindow; limit: number; used: number }

/** From this share on organisers are warned. */
export const WARN_FROM_SHARE = 0.5

/** The rest of each quota is kept for mails that somebody waits for. */
const SHARE_FOR_MAILS_THAT_CAN_WAIT = 0.8

/** While too many mails to strangers come back, so many go in a minute at most. */
export const MAILS_PER_MINUTE_BRAKED = 60

/** The quotas of the environment. */
export function mailQuotas(): MailQuotas {
  return { minute: env.MAIL_PER_MINUTE, hour: env.MAIL_PER_HOUR, day: env.MAIL_PER_DAY }
}

/** How much of each quota is used now: of this minute, the last 60 and the last 1,440. */
export async function readQuotaUse(
  quotas = mailQuotas(),
  transaction: Prisma.TransactionClient = database,
): Promise<QuotaUse[]> {
  const used = await readMailCounts(transaction)
  const windows = Object.keys(quotas) as QuotaWindow[]
  return windows.map(window => ({
    window,
    limit: quotas[window],
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
