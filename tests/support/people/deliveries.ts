import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { askDelivery } from '#lib/delivery/ask-delivery.ts'
import { freezeSnapshot } from '#lib/delivery/freeze-snapshot.ts'
import { env } from '#lib/env/env.ts'

/** Snapshot of all confirmed signatures of now, made as the button does. */
export async function freeze(organiser: Organiser) {
  const { id } = await askDelivery(organiser)
  await freezeSnapshot(env.DATABASE_URL ?? '', id)
  return database.deliverySnapshot.findUniqueOrThrow({ where: { id } })
}
