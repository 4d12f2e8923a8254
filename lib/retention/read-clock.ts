import { readCampaignRun } from '#lib/campaign/campaign-run.ts'
import { closingMoment } from '#lib/campaign/confirmation-deadline.ts'
import { retention } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { type ClockFacts, erasureOf, mayPostpone } from './address-clock.ts'

/** What the clock of addresses goes by, at a moment. */
export async function readClock(
  now: Date,
  from: Prisma.TransactionClient = database,
): Promise<ClockFacts> {
  const { deliveredOn, addressMonthsAfterDelivery } = retention()
  const run = await readCampaignRun(from)
  const { _max } = await from.signature.aggregate({ _max: { confirmedAt: true } })
  const row = await from.addressClock.findUnique({ where: { id: 1 } })
  const closedAt = closingMoment(run)
  return {
    deliveredOn: deliveredOn ? new Date(deliveredOn) : null,
    closedAt: closedAt && closedAt <= now ? closedAt : null,
    lastConfirmedAt: _max.confirmedAt,
    months: addressMonthsAfterDelivery,
    toldAt: row?.toldAt ?? null,
    postponedAt: row?.postponedAt ?? null,
  }
}

/** When addresses are erased, for the console; null where nothing has begun, or nothing is left to erase. */
export async function readErasure(now = new Date()) {
  const facts = await readClock(now)
  const erasure = erasureOf(facts)
  if (!erasure || !(await hasAddresses())) return null
  return { ...erasure, mayPostpone: mayPostpone(facts, now) }
}

async function hasAddresses() {
  const kept = { emailKey: { not: null }, status: { not: 'pending' as const } }
  return (await database.signature.findFirst({ where: kept, select: { id: true } })) !== null
}
