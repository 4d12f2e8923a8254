import type { Organiser } from '#lib/access/organiser.ts'
import { askApproval } from '#lib/approvals/ask-approval.ts'
import { consumeApproval } from '#lib/approvals/consume-approval.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { countRecipients } from './count-recipients.ts'
import { readUpdate, type ShownUpdate } from './read-broadcasts.ts'
import { type ReadUpdate, subjectOf } from './revision.ts'
import { isComplete } from './broadcast-texts.ts'

/** What came of sending an update, or of asking somebody else to approve it. */
export type StartUpdateOutcome = {
  outcome: 'started' | 'asked' | 'incomplete' | 'nobody' | 'needs-approval' | 'changed' | 'no-draft'
}

/**
 * Begins to send an update to everyone who is confirmed now and wishes it. Where the campaign wants
 * it, a second organiser has approved these very texts for these very recipients.
 */
export async function startUpdate(
  organiser: Organiser,
  read: ReadUpdate,
  now = new Date(),
): Promise<StartUpdateOutcome> {
  const checked = await check(read)
  if ('outcome' in checked) return checked
  const { update, total } = checked
  return database
    .$transaction<StartUpdateOutcome>(async transaction => {
      const { updatesNeedApproval } = await readSettings(transaction)
      const isApproved =
        !updatesNeedApproval ||
        (await consumeApproval(transaction, organiser, subjectOf(update), now))
      if (!isApproved) return { outcome: 'needs-approval' }
      const { count } = await transaction.broadcast.updateMany({
        where: { id: update.id, status: 'draft', changedAt: update.changedAt },
        data: { status: 'sending', startedAt: now, recipients: total },
      })
      // Thrown so that the approval is good for the next attempt.
      if (count === 0) throw new ChangedMeanwhile()
      const event = { kind: 'broadcast-started', subject: update.id, rows: total } as const
      await recordAuditEvent({ by: organiser, ...event }, transaction)
      return { outcome: 'started' }
    })
    .catch(asOutcome)
}

/** Asks a second organiser to approve these very texts for these very recipients. */
export async function askToStartUpdate(
  organiser: Organiser,
  read: ReadUpdate,
  reason: string,
  now = new Date(),
): Promise<StartUpdateOutcome> {
  const checked = await check(read)
  if ('outcome' in checked) return checked
  await askApproval(organiser, { ...subjectOf(checked.update), reason }, now)
  return { outcome: 'asked' }
}

async function check({ id, subject }: ReadUpdate): Promise<StartUpdateOutcome | Ready> {
  const update = await readUpdate(id)
  if (update?.status !== 'draft') return { outcome: 'no-draft' }
  if (subjectOf(update).subject !== subject) return { outcome: 'changed' }
  if (!isComplete(update.texts)) return { outcome: 'incomplete' }
  const { total } = await countRecipients(update)
  return total === 0 ? { outcome: 'nobody' } : { update, total }
}

type Ready = { update: ShownUpdate; total: number }

class ChangedMeanwhile extends Error {}

function asOutcome(error: unknown): StartUpdateOutcome {
  if (error instanceof ChangedMeanwhile) return { outcome: 'changed' }
  throw error
}
