import { database } from '#lib/database/client.ts'
import { readLivingProcesses } from '#lib/instances/queries.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'

/** By then every process that sees a save shows it, and has said so. */
const SEEN_BY_ALL_WITHIN_MS = MINUTE_MS

/**
 * Whether all processes of the site, of all machines, show the same content: where they do not, a minute after the last
 * save, each has a folder of its own, and what is saved on one machine is not seen on the others.
 */
export async function folderIsShared(now = new Date()): Promise<boolean> {
  const last = await database.contentSave.findFirst({ orderBy: { id: 'desc' } })
  if (last && now.getTime() - last.savedAt.getTime() < SEEN_BY_ALL_WITHIN_MS) return true
  const living = await readLivingProcesses(database)
  return new Set(living.map(({ contentHash }) => contentHash)).size <= 1
}
