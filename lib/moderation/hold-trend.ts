import type { Organiser } from '#lib/access/organiser.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { localDay } from '#lib/time/zoned-time.ts'
import { beginBulkAction } from './bulk/begin-bulk-action.ts'
import { type FreezeOutcome, freezeSignatures } from './bulk/freeze-signatures.ts'

/** Holds, at one press, all confirmed signatures that came from a network or domain since yesterday. */
export async function holdTrend(
  organiser: Organiser,
  source: { network: string } | { domain: string },
  now = new Date(),
): Promise<FreezeOutcome> {
  const submittedFrom = localDay(new Date(now.getTime() - DAY_MS), timeZone())
  const frozen = await freezeSignatures(organiser, {
    kind: 'hold',
    holdReason: 'network' in source ? 'network_burst' : 'domain_burst',
    choice: { rule: { ...source, submittedFrom } },
  })
  if (frozen.outcome === 'frozen') await beginBulkAction(organiser, frozen.id, now)
  return frozen
}
