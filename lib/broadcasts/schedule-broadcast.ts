import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { readLocalTime } from '#lib/time/zoned-time.ts'
import { countRecipients } from './count-recipients.ts'
import type { ReadBroadcast } from './revision.ts'
import { type StartBroadcastOutcome, startBroadcast } from './start-broadcast.ts'

/** Outcome of scheduling; `past`: the time is none, or has gone by. */
export type ScheduleBroadcastOutcome = StartBroadcastOutcome | { outcome: 'past' }

/**
 * Schedules a broadcast, as it would be started now: whoever has confirmed by then gets it.
 * @param typed day and hour in the campaign's time zone.
 */
export async function scheduleBroadcast(
  organiser: Organiser,
  read: ReadBroadcast,
  typed: string,
  now = new Date(),
): Promise<ScheduleBroadcastOutcome> {
  const at = readLocalTime(typed, timeZone())
  if (!at || at <= now) return { outcome: 'past' }
  return startBroadcast(organiser, read, now, at)
}

/** Makes a draft again of what was scheduled; an approval that it had is used up. */
export async function unscheduleBroadcast(
  organiser: Organiser,
  id: string,
): Promise<{ outcome: 'unscheduled' | 'no-draft' }> {
  return database.$transaction(async transaction => {
    const { count } = await transaction.broadcast.updateMany({
      where: { id, status: 'scheduled' },
      data: { status: 'draft', scheduledAt: null, recipients: null },
    })
    if (count === 0) return { outcome: 'no-draft' }
    const event = { kind: 'broadcast-unscheduled', subject: id } as const
    await recordAuditEvent({ by: organiser, ...event }, transaction)
    return { outcome: 'unscheduled' }
  })
}

/** Starts the broadcasts whose time has come; of several instances one does. */
export async function startDueBroadcasts(now: Date) {
  const due = await database.broadcast.findMany({
    where: { status: 'scheduled', scheduledAt: { lte: now } },
    orderBy: { scheduledAt: 'asc' },
  })
  for (const broadcast of due) {
    const { id } = broadcast
    const { total } = await countRecipients(broadcast)
    await database.$transaction(async transaction => {
      const { count } = await transaction.broadcast.updateMany({
        where: { id, status: 'scheduled', scheduledAt: { lte: now } },
        data: { status: 'sending', startedAt: now, recipients: total },
      })
      if (count === 0) return
      const event = { kind: 'broadcast-started', subject: id, rows: total } as const
      await recordAuditEvent({ by: null, ...event }, transaction)
    })
  }
}
