import { database } from '#lib/database/client.ts'
import type { MailStatus, Prisma } from '#lib/database/types.ts'

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

/** How many those are: given up, and without an answer. */
export async function countFailed() {
  const groups = await readFailed()
  const count = (wanted: FailedGroup['status']) =>
    groups.reduce((sum, { status, mails }) => sum + (status === wanted ? mails : 0), 0)
  return { failed: count('failed'), unknown: count('unknown') }
}

/** Which mails those are. An update that was paused or cancelled stays so. */
export function endedMails() {
  const statuses: MailStatus[] = ['failed', 'unknown']
  return {
    status: { in: statuses },
    OR: [{ broadcastId: null }, { broadcast: { status: { in: ['sending', 'done'] } } }],
  } satisfies Prisma.MailWhereInput
}
