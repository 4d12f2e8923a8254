import { database } from '#lib/database/client.ts'
import { forgetOldUploads } from './archive/take-archive.ts'
import { forgetOldSaves } from './saves.ts'

/** Forgets the former texts of old saves, and ZIPs that wait no longer: lists of content/ hold names of people. */
export async function tidySaves(now = new Date()) {
  await forgetOldSaves(database, now)
  await forgetOldUploads(database, now)
}
