import type { Organiser } from '#lib/access/organiser.ts'
import { askApproval } from '#lib/approvals/ask-approval.ts'
import { consumeApproval } from '#lib/approvals/consume-approval.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { isComplete } from './broadcast-texts.ts'
import { countRecipients } from './count-recipients.ts'
import { readBroadcast, type ShownBroadcast } from './read-broadcasts.ts'
import { type ReadBroadcast, subjectOf } from './revision.ts'

/** What came of sending a broadcast, or of asking somebody else to approve it. */
export type StartBroadcastOutcome = {
  outcome: 'started' | 'asked' | 'incomplete' | 'nobody' | 'needs-approval' | 'changed' | 'no-draft'
}

/**
 * Begins to send a broadcast to everyone who is confirmed now and wishes it. Where the campaign wants
 * it, a second organiser has approved these very texts for these very recipients.
 */
export async function startBroadcast(
  organiser: Organiser,
  read: ReadBroadcast,
  now = new Date(),
): Promise<StartBroadcastOutcome> {
  const checked = await check(read)
  if ('outcome' in checked) return checked
  const { broadcast, total } = checked
  return database
    .$transaction<StartBroadcastOutcome>(async transaction => {
      const { broadcastsNeedApproval } = await readSettings(transaction)
      const isApproved =
        !broadcastsNeedApproval ||
        (await consumeApproval(transaction, organiser, subjectOf(broadcast), now))
      if (!isApproved) return { outcome: 'needs-approval' }
      const { count } = await transaction.broadcast.updateMany({
        where: { id: broadcast.id, status: 'draft', changedAt: broadcast.changedAt },
        data: { status: 'sending', startedAt: now, recipients: total },
      })
      // Thrown so that the approval is good for the next attempt.
      if (count === 0) throw new ChangedMeanwhile()
      const event = { kind: 'broadcast-started', subject: broadcast.id, rows: total } as const
      await recordAuditEvent({ by: organiser, ...event }, transaction)
      return { outcome: 'started' }
    })
    .catch(asOutcome)
}

/** Asks a second organiser to approve these very texts for these very recipients. */
export async function askToStartBroadcast(
  organiser: Organiser,
  read: ReadBroadcast,
  reason: string,
  now = new Date(),
): Promise<StartBroadcastOutcome> {
  const checked = await check(read)
  if ('outcome' in checked) return checked
  await askApproval(organiser, { ...subjectOf(checked.broadcast), reason }, now)
  return { outcome: 'asked' }
}

async function check({ id, subject }: ReadBroadcast): Promise<StartBroadcastOutcome | Ready> {
  const broadcast = await readBroadcast(id)
  if (broadcast?.status !== 'draft') return { outcome: 'no-draft' }
  if (subjectOf(broadcast).subject !== subject) return { outcome: 'changed' }
  if (!isComplete(broadcast.texts)) return { outcome: 'incomplete' }
  const { total } = await countRecipients(broadcast)
  return total === 0 ? { outcome: 'nobody' } : { broadcast, total }
}

type Ready = { broadcast: ShownBroadcast; total: number }

class ChangedMeanwhile extends Error {}

function asOutcome(error: unknown): StartBroadcastOutcome {
  if (error instanceof ChangedMeanwhile) return { outcome: 'changed' }
  throw error
}
