import { createReadStream } from 'node:fs'
import { database } from '#lib/database/client.ts'
import { findStoredFile, removeStoredFile, storeFile } from '#lib/files/stored-files.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { countErased } from './pack/frozen-pack.ts'

/** Lifetime of a pack's file, in hours. It can be made again from its snapshot. */
export const PACK_FILE_LIFETIME_HOURS = 24

const LIFETIME_MS = PACK_FILE_LIFETIME_HOURS * HOUR_MS

/** What the file is called for whoever downloads it: it sorts by time, and names a country but nobody. */
export function packName(takenAt: Date, country: string | null) {
  const of = country ? `-${country}` : ''
  return `${takenAt.toISOString().slice(0, 16).replace(':', '')}Z-delivery-pack${of}.zip`
}

/** Stores the file of a pack where every machine finds it, until it is old. */
export function storePack(id: string, path: string) {
  return storeFile(storedName(id), createReadStream(path), LIFETIME_MS)
}

/** The file of a pack if it may be given out: it is there, and nobody in it was erased since it was made. */
export async function findPack({ id, sourceId, packErased }: StoredPack) {
  const found = await findStoredFile(storedName(id))
  return found && packErased === (await countErased(sourceId ?? id)) ? found : null
}

type StoredPack = { id: string; sourceId: string | null; packErased: number | null }

/** Removes the file of a pack, if there is one. */
export function removePack(id: string) {
  return removeStoredFile(storedName(id))
}

/** Removes the files of packs that hold somebody who was erased since. Old ones go by themselves. */
export async function clearErasedPacks() {
  const made = await database.deliverySnapshot.findMany({
    where: { state: { in: ['made', 'failed'] }, packErased: { not: null } },
    select: { id: true, sourceId: true, packErased: true },
  })
  for (const pack of made) {
    if (!(await findPack(pack))) await removePack(pack.id)
  }
}

function storedName(id: string) {
  return `packs/${id}`
}
