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
  const { addressMonthsAfterDelivery } = retention()
  const run = await readCampaignRun(from)
  const { _max } = await from.signature.aggregate({ _max: { confirmedAt: true } })
  const row = await from.addressClock.findUnique({ where: { id: 1 } })
  const closedAt = closingMoment(run)
  return {
    deliveredOn: await firstDelivery(from),
    closedAt: closedAt && closedAt <= now ? closedAt : null,
    lastConfirmedAt: _max.confirmedAt,
    months: addressMonthsAfterDelivery,
    toldAt: row?.toldAt ?? null,
    postponedAt: row?.postponedAt ?? null,
  }
}

/** The first handover that an owner stated, or an earlier day of content/campaign.yaml. */
async function firstDelivery(from: Prisma.TransactionClient) {
  const { deliveredOn } = retention()
  const handover = await from.deliverySnapshot.aggregate({
    where: { handedOverById: { not: null } },
    _min: { handedOverOn: true },
  })
  const days = [deliveredOn ? new Date(deliveredOn) : null, handover._min.handedOverOn]
  return (
    days.filter(day => day !== null).sort((one, other) => Number(one) - Number(other))[0] ?? null
  )
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
