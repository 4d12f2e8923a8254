import type { Organiser } from '#lib/access/organiser.ts'
import { CAMPAIGN_FOLDERS } from '#lib/text/campaign-files.ts'
import { hashOf, NO_FILE } from './read-content-file.ts'
import { readSave } from './saves.ts'
import { type WriteContentOutcome, writeContent } from './write-content.ts'

/** Outcome of undoing a save: it is a save itself, with the same checks and conflicts. */
export type UndoSaveOutcome = WriteContentOutcome | { outcome: 'unknown' }

/** Puts back what stood in the files before a save. */
export async function undoSave(
  organiser: Organiser,
  id: string,
  folders = CAMPAIGN_FOLDERS,
  now = new Date(),
): Promise<UndoSaveOutcome> {
  const save = await readSave(id)
  if (!save) return { outcome: 'unknown' }
  const changes = save.files.map(({ path, before, after }) => ({
    path,
    text: before,
    seen: after === null ? NO_FILE : hashOf(after),
  }))
  return writeContent(organiser, changes, { undoes: id, folders, now })
}
