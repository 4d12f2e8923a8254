import type { Readable } from 'node:stream'
import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { readStoredFile } from '#lib/files/stored-files.ts'
import { countListed } from './listed.ts'
import { findPack, packName } from './pack-file.ts'

/** A pack to be sent; null where it is not there, or not any more. */
type OpenPack = { name: string; bytes: number; content: Readable } | null

/** Opens a pack for an organiser, and records that it was given out before a byte of it is. */
export async function openPack(organiser: Organiser, id: string): Promise<OpenPack> {
  const snapshot = await database.deliverySnapshot.findUnique({ where: { id, state: 'made' } })
  const file = snapshot && (await findPack(snapshot))
  if (!snapshot?.takenAt || !file) return null
  await recordAuditEvent({
    by: organiser,
    kind: 'pack-downloaded',
    subject: id,
    rows: countListed(snapshot),
    ...(snapshot.packHash && { fileHash: snapshot.packHash }),
  })
  return {
    name: packName(snapshot.takenAt, snapshot.country),
    bytes: file.bytes,
    content: readStoredFile(file),
  }
}
