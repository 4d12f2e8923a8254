import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { forgetRules } from '#lib/signatures/rules/active-rules.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { localDay } from '#lib/time/zoned-time.ts'
import { beginBulkAction } from './bulk/begin-bulk-action.ts'
import { type FreezeOutcome, freezeSignatures } from './bulk/freeze-signatures.ts'
import { leaveSweep } from './rules/leave-sweep.ts'

/** Outcome of a sweep. `ruled`: nothing was there to hold yet, and what is confirmed from now on is held. */
export type HoldTrendOutcome = FreezeOutcome | { outcome: 'ruled' }

/** What a trend is of. */
export type TrendSource = { network: string } | { domain: string } | { pressNetwork: string }

/**
 * Holds, at one press, all confirmed signatures that came from a network or domain since yesterday, and whoever
 * confirms from there in the next SWEEP_HOURS. Of a network that confirmed forms of others it holds what it confirmed;
 * a burst that goes on there is held by itself.
 */
export async function holdTrend(
  organiser: Organiser,
  source: TrendSource,
  now = new Date(),
): Promise<HoldTrendOutcome> {
  const submittedFrom = localDay(new Date(now.getTime() - DAY_MS), timeZone())
  const holdReason = reasonOf(source)
  const frozen = await freezeSignatures(organiser, {
    kind: 'hold',
    holdReason,
    choice: { rule: { ...source, submittedFrom } },
  })
  if (frozen.outcome === 'frozen') await beginBulkAction(organiser, frozen.id, {}, now)
  if (frozen.outcome !== 'nothing' || 'pressNetwork' in source) return frozen
  await database.$transaction(async transaction => {
    await leaveSweep(transaction, organiser, { source, holdReason }, now)
    const details = { effect: 'hold', reason: holdReason }
    await recordAuditEvent({ by: organiser, kind: 'rules-added', rows: 1, details }, transaction)
  })
  forgetRules()
  return { outcome: 'ruled' }
}

function reasonOf(source: TrendSource) {
  if ('pressNetwork' in source) return 'press_burst'
  return 'network' in source ? 'network_burst' : 'domain_burst'
}
