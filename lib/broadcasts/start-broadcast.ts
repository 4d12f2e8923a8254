import type { Organiser } from '#lib/access/organiser.ts'
import { may } from '#lib/access/roles.ts'
import { askApproval } from '#lib/approvals/ask-approval.ts'
import { consumeApproval } from '#lib/approvals/consume-approval.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { privacyNoticeVersion } from '#lib/content/privacy-notice.ts'
import { database } from '#lib/database/client.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { isComplete } from './broadcast-texts.ts'
import { countRecipients } from './count-recipients.ts'
import { readBroadcast, type ShownBroadcast } from './read-broadcasts.ts'
import { keepNotice } from './read-privacy-notice.ts'
import { type ReadBroadcast, subjectOf } from './revision.ts'

/** Outcome of starting a broadcast, or of requesting approval for it. */
export type StartBroadcastOutcome = {
  outcome:
    | 'started'
    | 'scheduled'
    | 'asked'
    | 'incomplete'
    | 'nobody'
    | 'needs-approval'
    | 'changed'
    | 'no-draft'
    | 'owners-only'
    | 'notice-changed'
}

/**
 * Starts a broadcast to all recipients confirmed by now, or schedules it. If the campaign requires it, a second
 * organiser must have approved these very texts and recipients. Only owners tell of a changed privacy notice, and of no
 * other than the one that people read now.
 */
export async function startBroadcast(
  organiser: Organiser,
  read: ReadBroadcast,
  now = new Date(),
  scheduledAt: Date | null = null,
): Promise<StartBroadcastOutcome> {
  const checked = await check(organiser, read)
  if ('outcome' in checked) return checked
  const { broadcast, total } = checked
  const { privacyVersion } = broadcast
  // The notice that people read then may be another one.
  if (privacyVersion && scheduledAt) return { outcome: 'notice-changed' }
  return database
    .$transaction<StartBroadcastOutcome>(async transaction => {
      const { broadcastsNeedApproval } = await readSettings(transaction)
      const isApproved =
        !broadcastsNeedApproval ||
        (await consumeApproval(transaction, organiser, subjectOf(broadcast), now))
      if (!isApproved) return { outcome: 'needs-approval' }
      const { count } = await transaction.broadcast.updateMany({
        where: { id: broadcast.id, status: 'draft', changedAt: broadcast.changedAt },
        data: scheduledAt
          ? { status: 'scheduled', scheduledAt, recipients: total }
          : { status: 'sending', startedAt: now, recipients: total },
      })
      // Thrown to roll back: the approval stays valid for the next attempt.
      if (count === 0) throw new ChangedMeanwhile()
      if (privacyVersion) await keepNotice(transaction, privacyVersion, now)
      const kind = scheduledAt ? 'broadcast-scheduled' : 'broadcast-started'
      const event = { kind, subject: broadcast.id, rows: total } as const
      await recordAuditEvent({ by: organiser, ...event }, transaction)
      return { outcome: scheduledAt ? 'scheduled' : 'started' }
    })
    .catch(asOutcome)
}

/** Requests approval of these very texts and recipients. */
export async function askToStartBroadcast(
  organiser: Organiser,
  read: ReadBroadcast,
  reason: string,
  now = new Date(),
): Promise<StartBroadcastOutcome> {
  const checked = await check(organiser, read)
  if ('outcome' in checked) return checked
  await askApproval(organiser, { ...subjectOf(checked.broadcast), reason }, now)
  return { outcome: 'asked' }
}

async function check(
  { role }: Organiser,
  { id, subject }: ReadBroadcast,
): Promise<StartBroadcastOutcome | Ready> {
  const broadcast = await readBroadcast(id)
  if (broadcast?.status !== 'draft') return { outcome: 'no-draft' }
  if (subjectOf(broadcast).subject !== subject) return { outcome: 'changed' }
  const { privacyVersion } = broadcast
  if (privacyVersion && !may(role, 'run-campaign')) return { outcome: 'owners-only' }
  if (privacyVersion && privacyVersion !== privacyNoticeVersion())
    return { outcome: 'notice-changed' }
  if (!isComplete(broadcast)) return { outcome: 'incomplete' }
  const { total } = await countRecipients(broadcast)
  return total === 0 ? { outcome: 'nobody' } : { broadcast, total }
}

type Ready = { broadcast: ShownBroadcast; total: number }

class ChangedMeanwhile extends Error {}

function asOutcome(error: unknown): StartBroadcastOutcome {
  if (error instanceof ChangedMeanwhile) return { outcome: 'changed' }
  throw error
}
