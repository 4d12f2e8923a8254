import type { MailStatus, Prisma } from '#lib/database/types.ts'
import { DAY_MS, MINUTE_MS } from '#lib/time/time-spans.ts'

/** Handed over, or about to be, and not answered: the mail may have arrived. */
export const UNDER_WAY: MailStatus[] = ['sending', 'unknown']

/** A mail may wait for so long without taking from the time of its link. */
const MOST_WAIT_MS = DAY_MS

/**
 * Which links still work at `now`: their time begins when their mail goes out, and ends a day later than
 * if it had gone at once, however long it waited. A mail that may have arrived counts as one that has.
 * @param minutes how long they work.
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
