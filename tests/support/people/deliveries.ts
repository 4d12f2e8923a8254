import type { Organiser } from '#lib/access/organiser.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { askDelivery } from '#lib/delivery/ask-delivery.ts'
import { freezeSnapshot } from '#lib/delivery/freeze-snapshot.ts'
import { handOver } from '#lib/delivery/hand-over.ts'
import { env } from '#lib/env/env.ts'
import { localDay } from '#lib/time/zoned-time.ts'
import { RECIPIENTS } from './recipients.ts'

/** A pack of now that an owner handed over today. */
export async function deliver(owner: Organiser) {
  const { id } = await aMadePack(owner)
  const day = localDay(new Date(), timeZone())
  const { outcome } = await handOver(owner, id, { day, to: RECIPIENTS })
  if (outcome !== 'handed-over') throw new Error(`Not handed over: ${outcome}`)
  return database.deliverySnapshot.findUniqueOrThrow({ where: { id } })
}

/** A pack of now as it is once it was made. */
export async function aMadePack(organiser: Organiser) {
  const { id } = await freeze(organiser)
  return database.deliverySnapshot.update({
    where: { id },
    data: { state: 'made', madeAt: new Date(), madeTimes: 1 },
  })
}

/** Snapshot of all confirmed signatures of now, made as the button does. */
export async function freeze(organiser: Organiser) {
  const { id } = await askDelivery(organiser)
  await freezeSnapshot(env.DATABASE_URL ?? '', id)
  return database.deliverySnapshot.findUniqueOrThrow({ where: { id } })
}
