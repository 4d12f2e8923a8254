import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import type { ContentMistake } from '#lib/content/content-error.ts'
import { database } from '#lib/database/client.ts'
import { withLock } from '#lib/database/locks.ts'
import type { Prisma } from '#lib/database/types.ts'
import { CAMPAIGN_FOLDERS, readCampaignFiles } from '#lib/text/campaign-files.ts'
import { type ChangedText, checkAsItWouldBe } from './check-as-it-would-be.ts'
import { isPlaceWritable, isReadOnlyError } from './content-folder.ts'
import { kindOfPath } from './content-paths.ts'
import { countLines } from './count-lines.ts'
import { type MovedFile, movedFiles } from './moved-files.ts'
import { placeSaves, placeSavesLocked } from './place-saves.ts'
import { readContentFile } from './read-content-file.ts'
import { forgetOldSaves } from './saves.ts'
import { stageFiles } from './staged-files.ts'

/** A file below content/, such as letter/fr.md, as an editor leaves it. */
export type ContentChange = ChangedText & {
  /** Hash of what the editor was shown (`readContentFile`); '' where there was no file. */
  seen: string
}

export type WriteContentOutcome =
  | { outcome: 'written'; saveId: string }
  /** Every file is as it would become. */
  | { outcome: 'unchanged' }
  /** Somebody else, in the console or by hand, has changed these files since they were shown. Nothing is written. */
  | { outcome: 'conflict'; files: MovedFile[] }
  /** What the checks of the start would say. Nothing is written. */
  | { outcome: 'mistaken'; mistakes: ContentMistake[] }
  /** This process may not write there. Nothing is written. */
  | { outcome: 'read-only' }

type WriteOptions = {
  /** The save that this one undoes. */
  undoes?: string
  folders?: typeof CAMPAIGN_FOLDERS
  now?: Date
}

/**
 * Writes files of content/, all of them or none, after the checks of the start on the whole. The site shows them within
 * seconds, as it does what is edited by hand; a letter that people have signed waits to be published.
 * @throws Error for a path that `kindOfPath` does not know
 */
export async function writeContent(
  organiser: Organiser,
  changes: ContentChange[],
  { undoes, folders = CAMPAIGN_FOLDERS, now = new Date() }: WriteOptions = {},
): Promise<WriteContentOutcome> {
  const strange = changes.find(({ path }) => !kindOfPath(path))
  if (strange) throw new Error(`No file of content: ${strange.path}`)
  const wanted = changes.map(({ text, ...change }) => ({
    ...change,
    text: text === null ? null : text.toWellFormed(),
  }))
  try {
    const result = await database.$transaction(async transaction => {
      await withLock(transaction, 'content')
      await placeSavesLocked(transaction, folders.content)
      return save(transaction, { organiser, changes: wanted, undoes, folders, now })
    })
    if (result.outcome === 'written') await placeSaves(folders.content)
    return result
  } catch (error) {
    if (isReadOnlyError(error)) return { outcome: 'read-only' }
    throw error
  }
}

type Save = Required<Pick<WriteOptions, 'folders' | 'now'>> & {
  organiser: Organiser
  changes: ContentChange[]
  undoes: string | undefined
}

/** The row of the save is what commits it: its files wait in the staging folder until then. */
async function save(
  transaction: Prisma.TransactionClient,
  { organiser, changes, undoes, folders, now }: Save,
): Promise<WriteContentOutcome> {
  const asTheyAre = changes.map(change => ({
    ...change,
    before: readContentFile(change.path, folders.content),
  }))
  const changed = asTheyAre.filter(({ text, before }) => text !== (before?.text ?? null))
  if (changed.length === 0) return { outcome: 'unchanged' }
  if (!changed.every(({ path }) => isPlaceWritable(folders.content, path))) {
    return { outcome: 'read-only' }
  }
  const moved = await movedFiles(transaction, changed)
  if (moved.length > 0) return { outcome: 'conflict', files: moved }
  const mistakes = await checkAsItWouldBe(readCampaignFiles(folders), changed)
  if (mistakes.length > 0) return { outcome: 'mistaken', mistakes }
  const files = changed.map(({ path, text, before }) => ({
    path,
    before: bytesOf(before?.text ?? null),
    after: bytesOf(text),
  }))
  const { id } = await transaction.contentSave.create({
    data: { organiserId: organiser.id, savedAt: now, undoes, files: { create: files } },
  })
  await recordAuditEvent(
    {
      by: organiser,
      kind: 'content-saved',
      subject: id,
      rows: files.length,
      // The texts stand with the save, which is forgotten one day; the audit log never forgets, and files may hold names.
      details: { files: countLines(changed), ...(undoes && { undoes }) },
    },
    transaction,
  )
  await forgetOldSaves(transaction, now)
  stageFiles(
    folders.content,
    id,
    files.map(({ path, after }) => ({ path, bytes: after })),
  )
  return { outcome: 'written', saveId: id }
}

function bytesOf(text: string | null) {
  return text === null ? null : new Uint8Array(Buffer.from(text))
}
