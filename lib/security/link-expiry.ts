import type { MailStatus, Prisma } from '#lib/database/types.ts'
import { DAY_MS, MINUTE_MS } from '#lib/time/time-spans.ts'

/** Statuses of a mail that was sent, is being sent or was not answered: it may have arrived. */
export const UNDER_WAY: MailStatus[] = ['sending', 'unknown']

/** Time that a mail may be queued without shortening the lifetime of its link. */
const MOST_WAIT_MS = DAY_MS

/**
 * Condition of unexpired links at `now`: their lifetime begins when their mail is sent, and ends at most a day
 * later than if it had been sent at once. A mail that may have arrived counts as sent.
 * @param minutes lifetime of the links.
 */
export function isLinkAlive(minutes: number, now: Date) {
  const begin = new Date(now.getTime() - minutes * MINUTE_MS)
  return {
    OR: [
      { expiresAt: { gt: now } },
      {
        mails: {
          some: {
            createdAt: { gt: new Date(begin.getTime() - MOST_WAIT_MS) },
            OR: [{ sentAt: { gt: begin } }, { sentAt: null, status: { in: UNDER_WAY } }],
          },
        },
      },
    ],
  } satisfies Prisma.MagicLinkWhereInput & Prisma.OrganiserLinkWhereInput
}
