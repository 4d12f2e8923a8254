import { randomUUIDv7 } from 'node:crypto'
import type { Organiser } from '#lib/access/organiser.ts'
import type { HoldReason, Prisma } from '#lib/database/types.ts'
import type { Filters } from '#lib/signatures/filters/filters.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'

/** Hours for which a sweep of a network or domain holds whoever confirms from there. */
export const SWEEP_HOURS = 24

/** A sweep, as the bulk action that makes it knows it. */
type Sweep = {
  source: { network: string } | { domain: string }
  holdReason: HoldReason | null
  bulkActionId?: string
}

/** The network or domain that filters mean all of; null where they mean less, or something else. */
export function sourceOf({ network, domain, submittedFrom, ...narrower }: Filters) {
  if (Object.values(narrower).some(value => value !== undefined && value !== '')) return null
  if (network && !domain) return { network }
  return domain && !network ? { domain } : null
}

/** Leaves a rule for SWEEP_HOURS: whoever confirms from there meanwhile is held for the same reason. */
export async function leaveSweep(
  transaction: Prisma.TransactionClient,
  organiser: Organiser,
  { source, holdReason, bulkActionId }: Sweep,
  now: Date,
) {
  const isNetwork = 'network' in source
  await transaction.signingRule.create({
    data: {
      id: randomUUIDv7(),
      effect: 'hold',
      target: isNetwork ? 'network_hash' : 'domain',
      pattern: isNetwork ? source.network : source.domain,
      holdReason,
      bulkActionId: bulkActionId ?? null,
      organiserId: organiser.id,
      createdAt: now,
      endsAt: new Date(now.getTime() + SWEEP_HOURS * HOUR_MS),
    },
  })
}
