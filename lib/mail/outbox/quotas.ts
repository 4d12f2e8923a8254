import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { env } from '#lib/env/env.ts'
import { readMailCounts } from '../queries/quotas.ts'

/** Quotas of the whole site: mails in a minute, an hour and a day. */
export type MailQuotas = { minute: number; hour: number; day: number }

type QuotaWindow = keyof MailQuotas

/** Usage of one quota. */
export type QuotaUse = { window: QuotaWindow; limit: number; used: number }

/** Share of a quota from which organisers are warned. */
export const WARN_FROM_SHARE = 0.5

/** Share of each quota that bulk mails may use. */
const SHARE_FOR_MAILS_THAT_CAN_WAIT = 0.8

/** Mails a minute to strangers while the bounce brake is on. */
export const MAILS_PER_MINUTE_BRAKED = 60

/** Quotas set by the environment. */
export function mailQuotas(): MailQuotas {
  return { minute: env.MAIL_PER_MINUTE, hour: env.MAIL_PER_HOUR, day: env.MAIL_PER_DAY }
}

/** Usage of each quota: of this minute, the last 60 and the last 1,440. */
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
 * Free capacity of the quotas: in all, for mails that can wait, and for mails that strangers trigger, which the
 * brake may reduce.
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
