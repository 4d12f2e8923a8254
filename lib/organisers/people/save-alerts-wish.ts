import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'

/** Whether an owner is mailed what happens; false for one who is gone. */
export async function readAlertsWish({ id }: Organiser) {
  const row = await database.organiser.findUnique({ where: { id }, select: { wantsAlerts: true } })
  return row?.wantsAlerts ?? false
}

/** Keeps whether an organiser wishes to be mailed what happens. */
export async function saveAlertsWish({ id }: Organiser, wantsAlerts: boolean) {
  await database.organiser.updateMany({ where: { id }, data: { wantsAlerts } })
}
