import { database } from '#lib/database/client.ts'
import type { MailStatus, Prisma } from '#lib/database/types.ts'
import type { Organiser } from '../organiser.ts'
import { recordDeed } from '../trail/record-deed.ts'

/** Mails that came to the same end. */
export type FailedGroup = {
  status: 'failed' | 'unknown'
  /** Code of the last failure; empty where none was kept. */
  code: string
  mails: number
}

/** What was given up, or may or may not have arrived, by why; what bounced is not among them. */
export async function readFailed(): Promise<FailedGroup[]> {
  const groups = await database.mail.groupBy({
    by: ['status', 'lastError'],
    where: ended(),
    _count: true,
    orderBy: { _count: { id: 'desc' } },
  })
  return groups.map(({ status, lastError, _count }) => ({
    status: status === 'unknown' ? 'unknown' : 'failed',
    code: lastError ?? '',
    mails: _count,
  }))
}

/** How many those are: given up, and without an answer. */
export async function countFailed() {
  const groups = await readFailed()
  const count = (wanted: FailedGroup['status']) =>
    groups.reduce((sum, { status, mails }) => sum + (status === wanted ? mails : 0), 0)
  return { failed: count('failed'), unknown: count('unknown') }
}

/**
 * Puts the mails of a group back into the outbox, as if they had just been written. What may have
 * arrived already may then arrive twice: an organiser decides that, the worker never does. Resolves to how many.
 */
export async function sendAgain(
  organiser: Organiser,
  { status, code }: Pick<FailedGroup, 'status' | 'code'>,
  now = new Date(),
) {
  return database.$transaction(async transaction => {
    const { count } = await transaction.mail.updateMany({
      where: { AND: [ended(), { status, lastError: code || null }] },
      data: {
        status: 'waiting',
        attempts: 0,
        nextAttemptAt: now,
        lastError: null,
        batchId: null,
        providerId: null,
        delivery: null,
      },
    })
    const details = { status, code }
    await recordDeed({ by: organiser, kind: 'mail-sent-again', rows: count, details }, transaction)
    return count
  })
}

/** An update that was cancelled stays so. */
function ended() {
  const statuses: MailStatus[] = ['failed', 'unknown']
  return {
    status: { in: statuses },
    OR: [{ updateId: null }, { update: { status: { in: ['sending', 'done'] } } }],
  } satisfies Prisma.MailWhereInput
}
