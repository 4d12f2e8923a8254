import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { database } from '#lib/database/client.ts'
import { env } from '#lib/env/env.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { countErased } from './pack/frozen-pack.ts'

/** Lifetime of a pack's file on the server, in hours. It can be made again from its snapshot. */
export const PACK_FILE_LIFETIME_HOURS = 24

/** Where the file of a pack stands while it is there. */
export function packPath(id: string) {
  return join(packFolder(), `${id}.zip`)
}

/** What the file is called for whoever downloads it: it sorts by time, and names nobody. */
export function packName(takenAt: Date) {
  return `${takenAt.toISOString().slice(0, 16).replace(':', '')}Z-delivery-pack.zip`
}

/** Whether the file may be given out: it is there, and nobody in it was erased since it was made. */
export async function isPackThere({ id, packErased }: { id: string; packErased: number | null }) {
  const found = await stat(packPath(id)).catch(() => null)
  return found !== null && packErased === (await countErased(id))
}

/** Removes the files of packs that are old, or hold somebody who was erased since. */
export async function clearOldPacks(now = new Date()) {
  const made = await database.deliverySnapshot.findMany({
    where: { state: { in: ['made', 'failed'] }, packErased: { not: null } },
    select: { id: true, madeAt: true, packErased: true },
  })
  for (const pack of made) {
    const age = now.getTime() - (pack.madeAt?.getTime() ?? 0)
    if (age > LIFETIME_MS || !(await isPackThere(pack)))
      await rm(packPath(pack.id), { force: true })
  }
}

const LIFETIME_MS = PACK_FILE_LIFETIME_HOURS * HOUR_MS

function packFolder() {
  return join(env.DATA_FOLDER, 'packs')
}
