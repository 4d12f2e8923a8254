import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import type { Fields, Part } from '#lib/editing/parts/part.ts'
import { readPart, savePart } from '#lib/editing/parts/save-part.ts'
import { NO_FILE, readContentFile } from '#lib/editing/read-content-file.ts'
import { writeContent } from '#lib/editing/write-content.ts'
import { CAMPAIGN_FOLDERS } from '#lib/text/campaign-files.ts'

/** A content folder of its own that a test may write, with the words of the interface; gone when the test ends. */
export function editableContent() {
  const content = mkdtempSync(join(tmpdir(), 'open-letter-editing-'))
  onTestFinished(() => rmSync(content, { recursive: true, force: true }))
  cpSync('content', content, { recursive: true })
  const read = (path: string) => readFileSync(join(content, path), 'utf8')
  return {
    folders: { ...CAMPAIGN_FOLDERS, content },
    read,
    /** As somebody does with an editor of files. */
    write: (path: string, text: string) => writeFileSync(join(content, path), text),
    /** The text of a file with its first `from`, which must be there, replaced. */
    with: (path: string, from: string, to: string) => {
      if (!read(path).includes(from)) throw new Error(`${path} holds no ${from}`)
      return read(path).replace(from, () => to)
    },
  }
}

/** Saves what an editor was just shown, unless `seen` says what she was shown. */
export function save(
  organiser: Organiser,
  { folders }: ReturnType<typeof editableContent>,
  texts: Record<string, string | null>,
  seen: Record<string, string> = {},
) {
  const changes = Object.entries(texts).map(([path, text]) => ({
    path,
    text,
    seen: seen[path] ?? readContentFile(path, folders.content)?.hash ?? NO_FILE,
  }))
  return writeContent(organiser, changes, { folders })
}

/** The form of a part of the settings as somebody opens it; she types over its fields and saves. */
export function openPart(part: Part, { folders }: ReturnType<typeof editableContent>) {
  const { fields, seen } = readPart(part, folders)
  return {
    fields,
    save: (organiser: Organiser, typed: Fields = {}) =>
      savePart(organiser, part, { ...fields, ...typed }, seen, folders),
  }
}
