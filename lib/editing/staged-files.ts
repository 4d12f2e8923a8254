import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** A file as it is to be; null deletes it. */
export type StagedFile = { path: string; bytes: Uint8Array | null }

/** Below the content folder, so that a rename is one step; the site reads no name that begins with a dot. */
const STAGING_FOLDER = '.saving'

/** Which files a save deletes, beside those that it brings. */
const DELETED = 'deleted.json'

/**
 * Writes the files of a save beside the content, down to the disk, and touches none that is there. They wait for
 * `placeStaged`, or for `dropStaged`.
 * @throws Error of the file system, such as EROFS
 */
export function stageFiles(folder: string, saveId: string, files: StagedFile[]) {
  const staging = stagingOf(folder, saveId)
  mkdirSync(staging, { recursive: true })
  for (const { path, bytes } of files) {
    if (bytes) writeDurably(join(staging, path), bytes, modeOf(join(folder, path)))
  }
  const deleted = files.flatMap(({ path, bytes }) => (bytes ? [] : [path]))
  writeDurably(join(staging, DELETED), Buffer.from(JSON.stringify(deleted)), undefined)
}

/** The saves whose files wait. What else lies there, such as a file of the system, is none and stops none. */
export function stagedSaves(folder: string): string[] {
  const staging = join(folder, STAGING_FOLDER)
  const names = existsSync(staging) ? readdirSync(staging) : []
  return names.filter(name => z.uuid().safeParse(name).success).sort()
}

/**
 * Puts the files of a save into their places, each in one step: who reads one gets the old text or the new one. Begun again
 * after a crash, it does the rest.
 */
export function placeStaged(folder: string, saveId: string) {
  const staging = stagingOf(folder, saveId)
  const list = join(staging, DELETED)
  // A crash while the folder went may have taken the list first: by then all of it was done.
  const deleted: string[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  for (const path of filesBelow(staging).filter(path => path !== DELETED)) {
    const place = join(folder, path)
    mkdirSync(dirname(place), { recursive: true })
    renameSync(join(staging, path), place)
    syncFolder(dirname(place))
  }
  for (const path of deleted) {
    rmSync(join(folder, path), { force: true })
    removeIfEmpty(dirname(join(folder, path)), folder)
  }
  dropStaged(folder, saveId)
}

/** Forgets the files of a save. */
export function dropStaged(folder: string, saveId: string) {
  rmSync(stagingOf(folder, saveId), { recursive: true, force: true })
  removeIfEmpty(join(folder, STAGING_FOLDER), folder)
}

function stagingOf(folder: string, saveId: string) {
  return join(folder, STAGING_FOLDER, saveId)
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

function modeOf(path: string) {
  return statSync(path, { throwIfNoEntry: false })?.mode
}

function writeDurably(path: string, bytes: Uint8Array, mode: number | undefined) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes, { mode, flush: true })
}

function syncFolder(folder: string) {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function removeIfEmpty(folder: string, root: string) {
  if (folder === root || !existsSync(folder) || readdirSync(folder).length > 0) return
  rmdirSync(folder)
  removeIfEmpty(dirname(folder), root)
}
