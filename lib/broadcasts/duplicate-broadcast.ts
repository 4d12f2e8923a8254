import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { audienceOf } from './audience.ts'
import { readBroadcast } from './read-broadcasts.ts'

/** Outcome of duplicating: the new draft. The message about a privacy notice is of its own kind. */
export type DuplicateOutcome = { outcome: 'begun'; id: string } | { outcome: 'unknown' }

/** Begins a draft with the texts and the audience of another broadcast, whatever became of that. */
export async function duplicateBroadcast(
  organiser: Organiser,
  from: string,
  now = new Date(),
): Promise<DuplicateOutcome> {
  const broadcast = await readBroadcast(from)
  if (!broadcast || broadcast.privacyVersion) return { outcome: 'unknown' }
  const { texts } = broadcast
  return database.$transaction(async transaction => {
    const { id } = await transaction.broadcast.create({
      data: {
        ...audienceOf(broadcast),
        texts,
        authorId: organiser.id,
        createdAt: now,
        changedAt: now,
      },
    })
    const event = { kind: 'broadcast-begun', subject: id, details: { from } } as const
    await recordAuditEvent({ by: organiser, ...event }, transaction)
    return { outcome: 'begun', id }
  })
}
