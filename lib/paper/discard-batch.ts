import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'

/** Deletes a batch that was not imported, with its rows. */
export async function discardBatch(organiser: Organiser, id: string) {
  await database.$transaction(async transaction => {
    const { count } = await transaction.paperBatch.deleteMany({
      where: { id, status: { in: ['uploaded', 'checked'] } },
    })
    if (count === 0) return
    await recordAuditEvent({ by: organiser, kind: 'paper-discarded', subject: id }, transaction)
  })
}
