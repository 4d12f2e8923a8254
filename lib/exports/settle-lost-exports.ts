import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'

/** A download of a million rows takes minutes; after this nobody is still receiving one. */
export const LONGEST_EXPORT_HOURS = 6

/** Says of exports whose process died that they were broken off; each once, whoever comes first. */
export async function settleLostExports(now = new Date()) {
  const before = new Date(now.getTime() - LONGEST_EXPORT_HOURS * HOUR_MS)
  const lost = { state: 'sending' as const, startedAt: { lt: before } }
  const runs = await database.exportRun.findMany({ where: lost })
  for (const { id, organiserId, rows } of runs) {
    await database.$transaction(async transaction => {
      const { count } = await transaction.exportRun.updateMany({
        where: { ...lost, id },
        data: { state: 'broken', endedAt: now },
      })
      if (count === 0) return
      await recordAuditEvent(
        {
          by: { id: organiserId, networkHash: null },
          kind: 'export-broken-off',
          subject: id,
          rows,
        },
        transaction,
      )
    })
  }
}
