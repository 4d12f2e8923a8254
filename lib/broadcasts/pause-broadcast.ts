import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import type { BroadcastStatus } from '#lib/database/types.ts'
import { dequeueBroadcast } from './dequeue-broadcast.ts'

/** Outcome of a change of state; of concurrent calls, one succeeds. */
export type MoveBroadcastOutcome = { outcome: 'moved' | 'not-there' }

/**
 * Pauses a broadcast: its queued mails are deleted, those in flight still go. After a resume they are written
 * again; a unique constraint keeps it to one mail for each recipient.
 */
export function pauseBroadcast(organiser: Organiser, id: string) {
  return move(organiser, { id, from: ['sending', 'done'], to: 'paused', kind: 'broadcast-paused' })
}

/** Resumes a paused broadcast at its cursor. */
export function resumeBroadcast(organiser: Organiser, id: string) {
  return move(organiser, { id, from: ['paused'], to: 'sending', kind: 'broadcast-resumed' })
}

/** Cancels a broadcast: remaining recipients get no mail. */
export function cancelBroadcast(organiser: Organiser, id: string, now = new Date()) {
  const from: BroadcastStatus[] = ['sending', 'paused', 'done']
  return move(organiser, { id, from, to: 'cancelled', kind: 'broadcast-cancelled' }, now)
}

type Move = {
  id: string
  from: BroadcastStatus[]
  to: BroadcastStatus
  kind: 'broadcast-paused' | 'broadcast-resumed' | 'broadcast-cancelled'
}

async function move(
  organiser: Organiser,
  { id, from, to, kind }: Move,
  now = new Date(),
): Promise<MoveBroadcastOutcome> {
  return database.$transaction(async transaction => {
    const { count } = await transaction.broadcast.updateMany({
      where: { id, status: { in: from } },
      data: { status: to, endedAt: to === 'cancelled' ? now : null },
    })
    if (count === 0) return { outcome: 'not-there' }
    const rows = to === 'sending' ? 0 : await dequeueBroadcast(transaction, id)
    await recordAuditEvent({ by: organiser, kind, subject: id, rows }, transaction)
    return { outcome: 'moved' }
  })
}
