import type { Organiser } from '#lib/access/organiser.ts'
import type { AuditEventKind } from '#lib/audit/audit-events.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { withLock } from '#lib/database/locks.ts'
import type { Prisma } from '#lib/database/types.ts'
import { forgetCampaignRun } from './campaign-cache.ts'
import { type CampaignRun, readCampaignRun } from './campaign-run.ts'

/** A change of the campaign run, and its audit event. */
type Change = {
  run: CampaignRun
  kind: AuditEventKind
  details?: Prisma.InputJsonObject
  /** What changes with it; resolves to what the audit log is to say of that. */
  also?: (transaction: Prisma.TransactionClient) => Promise<Prisma.InputJsonObject>
}

/**
 * Changes the campaign run and records it, one owner at a time. `decide` gets the current run and returns null
 * if there is nothing to change. Resolves to whether there was a change.
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
    const { run, kind, details = {}, also } = change
    const row = { ...run, changedAt: now }
    await transaction.campaignRun.upsert({ where: { id: 1 }, create: row, update: row })
    const besides = await also?.(transaction)
    const said = { ...details, ...besides }
    await recordAuditEvent({ by: organiser, kind, details: said }, transaction)
    return true
  })
  forgetCampaignRun()
  return hasChanged
}
