import { createHash } from 'node:crypto'
import { parse } from 'yaml'
import type { Organiser } from '#lib/access/organiser.ts'
import { ContentError } from '#lib/content/content-error.ts'
import { editYaml } from '#lib/content/edit-yaml.ts'
import { CAMPAIGN_FOLDERS } from '#lib/text/campaign-files.ts'
import { NO_FILE, readContentFile } from '../read-content-file.ts'
import { type WriteContentOutcome, writeContent } from '../write-content.ts'
import type { Fields, Held, Part, PartMistake } from './part.ts'

export type SavePartOutcome =
  | { outcome: 'written' | 'unchanged' | 'read-only' }
  /** Somebody has changed a field of this part since it was shown. */
  | { outcome: 'changed' }
  | { outcome: 'mistaken'; mistakes: PartMistake[] }

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
  const mistakes = (await part.check?.(typed, held)) ?? []
  if (mistakes.length > 0) return { outcome: 'mistaken', mistakes }
  try {
    const edits = part.edits(typed, held)
    const changes = Object.entries(edits).map(([path, edits]) => {
      const file = files[path]
      return { path, text: editYaml(file?.text ?? null, edits), seen: file?.hash ?? NO_FILE }
    })
    return told(part, typed, await writeContent(organiser, changes, { folders }))
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return { outcome: 'mistaken', mistakes: error.mistakes.map(asWhole) }
  }
}

function told(part: Part, typed: Fields, result: WriteContentOutcome): SavePartOutcome {
  if (result.outcome === 'conflict') return { outcome: 'changed' }
  if (result.outcome !== 'mistaken') return { outcome: result.outcome }
  const mistakes = result.mistakes.flatMap(({ path, sentences }) =>
    sentences.map(sentence => mistakeOf(part, typed, path, sentence)),
  )
  return { outcome: 'mistaken', mistakes }
}

/** `content/campaign.yaml: legal, address is empty.` */
function mistakeOf(part: Part, typed: Fields, path: string, sentence: string): PartMistake {
  const place = sentence.replace(`content/${path}`, '').replace(/^:? /, '').replace(/\.$/, '')
  return part.fieldOf(path, place, typed) ?? asWhole(sentence)
}

function asWhole(reason: string): PartMistake {
  return { field: null, reason }
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
