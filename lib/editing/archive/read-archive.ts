import { LARGEST_CONTENT_FILE_BYTES } from '../content-folder.ts'
import { kindOfPath } from '../content-paths.ts'
import { ArchiveError, type ArchiveFault } from './archive-error.ts'
import { LARGEST_ARCHIVE_BYTES, LARGEST_UNPACKED_BYTES } from './limits.ts'
import { zipEntries } from './zip-entries.ts'

/** A file of content/ out of a ZIP. */
export type ArchivedFile = { path: string; text: string }

export type ReadArchiveOutcome =
  | { outcome: 'read'; files: ArchivedFile[] }
  | { outcome: 'refused'; fault: ArchiveFault }

/** The folder may be packed itself, or what is in it. */
const FOLDER = /^content\//

/**
 * Reads the files of content/ out of a ZIP. What the site does not know, such as a README or what an operating system adds,
 * is left out; one entry that no honest ZIP has is enough to refuse all.
 */
export function readArchive(bytes: Uint8Array): ReadArchiveOutcome {
  try {
    if (bytes.length > LARGEST_ARCHIVE_BYTES) throw new ArchiveError('too-large')
    const files = filesIn(bytes)
    if (files.length === 0) throw new ArchiveError('nothing')
    return { outcome: 'read', files }
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    return { outcome: 'refused', fault: error.fault }
  }
}

function filesIn(bytes: Uint8Array): ArchivedFile[] {
  const known = zipEntries(bytes)
    .map(entry => ({ ...entry, path: entry.name.replace(FOLDER, '') }))
    .filter(({ path }) => kindOfPath(path))
  if (new Set(known.map(({ path }) => path)).size < known.length) throw new ArchiveError('unsafe')
  let left = LARGEST_UNPACKED_BYTES
  return known.map(({ path, unpack }) => {
    const unpacked = unpack(Math.min(left, LARGEST_CONTENT_FILE_BYTES))
    left -= unpacked.length
    return { path, text: textOf(unpacked) }
  })
}

function textOf(bytes: Uint8Array) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {}
  throw new ArchiveError('not-text')
}
