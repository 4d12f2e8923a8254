import { createHash } from 'node:crypto'
import { parse } from 'yaml'
import type { Organiser } from '#lib/access/organiser.ts'
import { ContentError, type ContentMistake } from '#lib/content/content-error.ts'
import { editYaml } from '#lib/content/edit-yaml.ts'
import type { Fault } from '#lib/content/faults.ts'
import { CAMPAIGN_FOLDERS } from '#lib/text/campaign-files.ts'
import { pathOf } from '../check-as-it-would-be.ts'
import { NO_FILE, readContentFile } from '../read-content-file.ts'
import { type WriteContentOutcome, writeContent } from '../write-content.ts'
import type { FieldMistake, Fields, Held, Part } from './part.ts'

export type SavePartOutcome =
  | { outcome: 'written' | 'unchanged' | 'read-only' }
  /** Somebody has changed a field of this part since it was shown. */
  | { outcome: 'changed' }
  | { outcome: 'mistaken'; fields: FieldMistake[]; others: ContentMistake[] }

/** A part as it is kept on the disk now, and what an editor has seen with it. */
export function readPart(part: Part, folders = CAMPAIGN_FOLDERS): { fields: Fields; seen: string } {
  const fields = part.read(heldBy(filesOf(part, folders)))
  return { fields, seen: digestOf(fields) }
}

/**
 * Saves a part of the settings, each value where it stands in its file. What others have changed meanwhile in the same
 * files stays; where it is one of these fields, nothing is written.
 * @param seen what `readPart` gave with the fields
 */
export async function savePart(
  organiser: Organiser,
  part: Part,
  typed: Fields,
  seen: string,
  folders = CAMPAIGN_FOLDERS,
): Promise<SavePartOutcome> {
  const files = filesOf(part, folders)
  const held = heldBy(files)
  if (digestOf(part.read(held)) !== seen) return { outcome: 'changed' }
  const fields = (await part.check?.(typed, held)) ?? []
  if (fields.length > 0) return { outcome: 'mistaken', fields, others: [] }
  try {
    const edits = part.edits(typed, held)
    const changes = Object.entries(edits).map(([path, edits]) => {
      const file = files[path]
      const text = editYaml(file?.text ?? null, edits, `content/${path}`)
      return { path, text, seen: file?.hash ?? NO_FILE }
    })
    return told(part, typed, await writeContent(organiser, changes, { folders }))
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return { outcome: 'mistaken', fields: [], others: error.mistakes }
  }
}

function told(part: Part, typed: Fields, result: WriteContentOutcome): SavePartOutcome {
  if (result.outcome === 'conflict') return { outcome: 'changed' }
  if (result.outcome !== 'mistaken') return { outcome: result.outcome }
  const told = result.mistakes.map(mistake => [mistake, fieldOf(part, typed, mistake)] as const)
  return {
    outcome: 'mistaken',
    fields: told.flatMap(([, field]) => field ?? []),
    others: told.flatMap(([mistake, field]) => (field ? [] : mistake)),
  }
}

function fieldOf(part: Part, typed: Fields, { file, place = [], code, values }: ContentMistake) {
  const fault: Fault = values ? { code, values } : { code }
  return part.fieldOf({ path: pathOf(file), place, fault }, typed)
}

function filesOf({ paths }: Part, folders: typeof CAMPAIGN_FOLDERS) {
  return Object.fromEntries(paths.map(path => [path, readContentFile(path, folders.content)]))
}

/** A file that cannot be read holds nothing: its mistake is told when it is saved. */
function heldBy(files: ReturnType<typeof filesOf>): Held {
  return Object.fromEntries(
    Object.entries(files).map(([path, file]) => [path, file ? parsed(file.text) : undefined]),
  )
}

function parsed(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

function digestOf(fields: Fields) {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}
