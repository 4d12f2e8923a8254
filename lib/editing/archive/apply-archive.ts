import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { CAMPAIGN_FOLDERS } from '#lib/text/campaign-files.ts'
import { type ChangedFile, changesTo } from '../changes-to.ts'
import { NO_FILE } from '../read-content-file.ts'
import { type WriteContentOutcome, writeContent } from '../write-content.ts'
import { readUploadedFiles } from './take-archive.ts'

/** A ZIP that holds this file holds a whole site: what is not in it goes. */
const FILE_OF_A_WHOLE_SITE = 'campaign.yaml'

/** What an upload would change, as the files are now; null where there is no such upload any more. */
export async function readArchiveChanges(
  organiser: Organiser,
  id: string,
  folder = CAMPAIGN_FOLDERS.content,
): Promise<ChangedFile[] | null> {
  const files = await readUploadedFiles(organiser, id)
  if (!files) return null
  const isWhole = files.some(({ path }) => path === FILE_OF_A_WHOLE_SITE)
  return changesTo(new Map(files.map(({ path, text }) => [path, text])), isWhole, folder)
}

/**
 * Takes the files of an upload into content/, with the checks and conflicts of every save.
 * @param seen by path, the hash of what its owner was shown to be replaced
 */
export async function applyArchive(
  organiser: Organiser,
  id: string,
  seen: Record<string, string>,
  folders = CAMPAIGN_FOLDERS,
): Promise<WriteContentOutcome | { outcome: 'unknown' }> {
  const changes = await readArchiveChanges(organiser, id, folders.content)
  if (!changes) return { outcome: 'unknown' }
  const result = await writeContent(
    organiser,
    changes.map(({ path, after }) => ({ path, text: after, seen: seen[path] ?? NO_FILE })),
    { folders },
  )
  if (result.outcome === 'written') await database.contentUpload.deleteMany({ where: { id } })
  return result
}
