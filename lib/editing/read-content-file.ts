import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CAMPAIGN_FOLDERS } from '#lib/text/campaign-files.ts'
import { isWritable, readablePath } from './content-folder.ts'

export type ContentFile = {
  text: string
  /** SHA-256 of its bytes: what an editor was shown, which `writeContent` asks for. */
  hash: string
}

/** The hash of no file. */
export const NO_FILE = ''

/**
 * Reads a file below the content folder, such as letter/fr.md, as it is on the disk now; null where there is none
 * that the console may read.
 */
export function readContentFile(
  path: string,
  folder = CAMPAIGN_FOLDERS.content,
): ContentFile | null {
  const place = readablePath(folder, path)
  if (!place) return null
  const bytes = readFileSync(place)
  return { text: bytes.toString('utf8'), hash: hashOf(bytes) }
}

/** Paths of all files that the console reads and writes, sorted. */
export function contentPaths(folder = CAMPAIGN_FOLDERS.content): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => readablePath(folder, path))
    .sort()
}

/** Whether the console may write the content folder. Where not, its files are downloaded and put there by hand. */
export function contentIsWritable(folder = CAMPAIGN_FOLDERS.content): boolean {
  const below = readdirSync(folder, { withFileTypes: true }).filter(
    entry => entry.isDirectory() && !entry.name.startsWith('.'),
  )
  return [folder, ...below.map(({ name }) => join(folder, name))].every(isWritable)
}

/** SHA-256 of a text in UTF-8 or of bytes, hexadecimal. */
export function hashOf(content: string | Uint8Array) {
  return createHash('sha256').update(content).digest('hex')
}
