import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { recordDeed } from '#lib/organisers/trail/record-deed.ts'

/** Who asks, and from where. */
export type Actor = { organiserId: string; networkHash: string | null }

/** What came of sending mails again. */
export type SendAgainOutcome = { outcome: 'queued'; mails: number }

/**
 * Puts mails that were given up, or that nobody knows the fate of, back into the outbox: those of
 * `ids`, or all. Mails whose link has ended meanwhile stay where they are; so do those to suppressed
 * addresses. One of unknown fate may arrive twice: its reader should know the organiser meant it.
 */
export async function sendAgain(actor: Actor, ids?: string[]): Promise<SendAgainOutcome> {
  return database.$transaction(async transaction => {
    const { count } = await transaction.mail.updateMany({
      where: { ...isOver, ...(ids && { id: { in: ids } }), ...hasLivingLink(new Date()) },
      data: {
        status: 'waiting',
        attempts: 0,
        isAlone: false,
        batchId: null,
        providerId: null,
        delivery: null,
        nextAttemptAt: new Date(),
      },
    })
    if (count > 0) await recordDeed({ ...actor, kind: 'mail-sent-again', rows: count }, transaction)
    return { outcome: 'queued', mails: count }
  })
}

const isOver = { status: { in: ['failed', 'unknown'] } } satisfies Prisma.MailWhereInput

function hasLivingLink(now: Date): Prisma.MailWhereInput {
  const lives = { expiresAt: { gt: now } }
  return {
    AND: [
      { OR: [{ linkId: null }, { link: lives }] },
      { OR: [{ ownLinkId: null }, { ownLink: lives }] },
      { OR: [{ extensionId: null }, { extension: lives }] },
    ],
  }
}
