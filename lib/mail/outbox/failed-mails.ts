import { database } from '#lib/database/client.ts'
import type { MailStatus, Prisma } from '#lib/database/types.ts'

/** Failed mails with the same status and code. */
export type FailedGroup = {
  status: 'failed' | 'unknown'
  /** Code of the last failure; empty where none was kept. */
  code: string
  mails: number
}

/** Failed and unanswered mails by code; bounces are not among them. */
export async function readFailed(): Promise<FailedGroup[]> {
  const groups = await database.mail.groupBy({
    by: ['status', 'lastError'],
    where: endedMails(),
    _count: true,
    orderBy: { _count: { id: 'desc' } },
  })
  return groups.map(({ status, lastError, _count }) => ({
    status: status === 'unknown' ? 'unknown' : 'failed',
    code: lastError ?? '',
    mails: _count,
  }))
}

/** Number of failed and of unanswered mails. */
export async function countFailed() {
  const groups = await readFailed()
  const count = (wanted: FailedGroup['status']) =>
    groups.reduce((sum, { status, mails }) => sum + (status === wanted ? mails : 0), 0)
  return { failed: count('failed'), unknown: count('unknown') }
}

/** Condition of failed and unanswered mails, without those of paused or cancelled broadcasts. */
export function endedMails() {
  const statuses: MailStatus[] = ['failed', 'unknown']
  return {
    status: { in: statuses },
    OR: [{ broadcastId: null }, { broadcast: { status: { in: ['sending', 'done'] } } }],
  } satisfies Prisma.MailWhereInput
}
