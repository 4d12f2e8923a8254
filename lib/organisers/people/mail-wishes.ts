import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'

/** What an organiser may wish to be mailed: what happens, for owners, and the week in numbers, for everyone. */
export type MailWishes = { wantsAlerts: boolean; wantsDigest: boolean }

/** What an organiser wishes to be mailed; nothing for one who is gone. */
export async function readMailWishes({ id }: Organiser): Promise<MailWishes> {
  const row = await database.organiser.findUnique({
    where: { id },
    select: { wantsAlerts: true, wantsDigest: true },
  })
  return row ?? { wantsAlerts: false, wantsDigest: false }
}

/** Keeps what an organiser wishes to be mailed; what is left out stays. */
export async function saveMailWishes({ id }: Organiser, wishes: Partial<MailWishes>) {
  await database.organiser.updateMany({ where: { id }, data: wishes })
}
