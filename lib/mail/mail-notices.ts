import { database } from '#lib/database/client.ts'
import { countFailed } from './outbox/failed-mails.ts'
import { mailQuotas, type QuotaUse, readQuotaUse, WARN_FROM_SHARE } from './outbox/quotas.ts'

/** What organisers should know of the mails, most urgent first. */
export type MailNotice =
  /** Nobody knocks at the door until then; `code` says what was met there. */
  | { notice: 'door-closed'; until: Date; code: string }
  /** A budget is used up: mails wait. */
  | ({ notice: 'budget-full' } & QuotaUse)
  /** Half of a budget is used. */
  | ({ notice: 'budget-half' } & QuotaUse)
  /** Mails were given up, or nobody knows whether they arrived: they can be sent again. */
  | { notice: 'mails-failed' | 'mails-unknown'; mails: number }

/** Reads what the console warns of; empty when all is well. Holds no address. */
export async function mailNotices(budgets = mailQuotas(), now = new Date()): Promise<MailNotice[]> {
  const [gate, uses, { failed, unknown }] = await Promise.all([
    database.mailThrottle.findUnique({ where: { id: 1 } }),
    readQuotaUse(budgets),
    countFailed(),
  ])
  const isClosed = gate?.lastError && gate.circuitOpenUntil > now
  return [
    ...(isClosed
      ? [
          {
            notice: 'door-closed' as const,
            until: gate.circuitOpenUntil,
            code: gate.lastError ?? '',
          },
        ]
      : []),
    ...uses.flatMap(noticeOf),
    ...(failed > 0 ? [{ notice: 'mails-failed' as const, mails: failed }] : []),
    ...(unknown > 0 ? [{ notice: 'mails-unknown' as const, mails: unknown }] : []),
  ]
}

function noticeOf(use: QuotaUse): MailNotice[] {
  if (use.used >= use.limit) return [{ notice: 'budget-full', ...use }]
  return use.used >= use.limit * WARN_FROM_SHARE ? [{ notice: 'budget-half', ...use }] : []
}
