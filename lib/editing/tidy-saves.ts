import { database } from '#lib/database/client.ts'
import { forgetOldUploads } from './archive/take-archive.ts'
import { forgetOldSaves } from './saves.ts'
import { forgetOldUnsavedLetters } from './unsaved-letter.ts'

/**
 * Forgets the former texts of old saves, ZIPs that wait no longer, and letters that nobody saved: lists of content/ hold
 * names of people.
 */
export async function tidySaves(now = new Date()) {
  await forgetOldSaves(database, now)
  await forgetOldUploads(database, now)
  await forgetOldUnsavedLetters(database, now)
}
