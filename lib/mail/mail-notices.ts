import { database } from '#lib/database/client.ts'
import { countFailed } from './outbox/failed-mails.ts'
import { mailQuotas, type QuotaUse, readQuotaUse, WARN_FROM_SHARE } from './outbox/quotas.ts'

/** Notices about mails for organisers, most urgent first. */
export type MailNotice =
  /** The circuit breaker is open until then; `code` names the last failure. */
  | { notice: 'circuit-open'; until: Date; code: string }
  /** A quota is used up. */
  | ({ notice: 'quota-full' } & QuotaUse)
  /** Half of a quota is used. */
  | ({ notice: 'quota-half' } & QuotaUse)
  /** Mails failed, or their outcome is unknown: they can be retried. */
  | { notice: 'mails-failed' | 'mails-unknown'; mails: number }

/** Reads the notices; empty when all is well. Holds no address. */
export async function mailNotices(quotas = mailQuotas(), now = new Date()): Promise<MailNotice[]> {
  const [throttle, uses, { failed, unknown }] = await Promise.all([
    database.mailThrottle.findUnique({ where: { id: 1 } }),
    readQuotaUse(quotas),
    countFailed(),
  ])
  const isClosed = throttle?.lastError && throttle.circuitOpenUntil > now
  return [
    ...(isClosed
      ? [
          {
            notice: 'circuit-open' as const,
            until: throttle.circuitOpenUntil,
            code: throttle.lastError ?? '',
          },
        ]
      : []),
    ...uses.flatMap(noticeOf),
    ...(failed > 0 ? [{ notice: 'mails-failed' as const, mails: failed }] : []),
    ...(unknown > 0 ? [{ notice: 'mails-unknown' as const, mails: unknown }] : []),
  ]
}

function noticeOf(use: QuotaUse): MailNotice[] {
  if (use.used >= use.limit) return [{ notice: 'quota-full', ...use }]
  return use.used >= use.limit * WARN_FROM_SHARE ? [{ notice: 'quota-half', ...use }] : []
}
