import type { Organiser } from '#lib/access/organiser.ts'
import type { AuditEventKind } from '#lib/audit/audit-events.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { withLock } from '#lib/database/locks.ts'
import type { Prisma } from '#lib/database/types.ts'
import { forgetCampaignRun } from './campaign-cache.ts'
import { type CampaignRun, readCampaignRun } from './campaign-run.ts'

/** What a change writes, and what the audit log says of it. */
type Change = { run: CampaignRun; kind: AuditEventKind; details?: Prisma.InputJsonObject }

/**
 * Changes how the campaign runs and writes it down, one owner after the other. `decide` sees how it
 * runs now and gives null where there is nothing to change. Resolves to whether there was.
 */
export async function changeCampaign(
  organiser: Organiser,
  now: Date,
  decide: (run: CampaignRun) => Change | null,
) {
  const hasChanged = await database.$transaction(async transaction => {
    await withLock(transaction, 'campaign-run')
    const change = decide(await readCampaignRun(transaction))
    if (!change) return false
    const { run, kind, details = {} } = change
    const row = { ...run, changedAt: now }
    await transaction.campaignRun.upsert({ where: { id: 1 }, create: row, update: row })
    await recordAuditEvent({ by: organiser, kind, details }, transaction)
    return true
  })
  forgetCampaignRun()
  return hasChanged
}
