import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { removePack } from './pack-file.ts'

/** Outcome of deleting a pack. `handed-over`: what was handed over stays; `under-way`: it is being made. */
export type DeletePackOutcome = { outcome: 'deleted' | 'handed-over' | 'under-way' | 'unknown' }

/** Deletes a pack that was not handed over, with its snapshot and its file: a trial leaves nothing. */
export async function deletePack(organiser: Organiser, id: string): Promise<DeletePackOutcome> {
  const outcome = await database.$transaction(async transaction => {
    const { count } = await transaction.deliverySnapshot.deleteMany({
      where: { id, handedOverOn: null, state: { not: 'making' } },
    })
    if (count === 0) return null
    await recordAuditEvent({ by: organiser, kind: 'pack-deleted', subject: id }, transaction)
    return 'deleted' as const
  })
  if (outcome) {
    await removePack(id)
    return { outcome }
  }
  const kept = await database.deliverySnapshot.findUnique({ where: { id } })
  if (!kept) return { outcome: 'unknown' }
  return { outcome: kept.handedOverOn ? 'handed-over' : 'under-way' }
}
