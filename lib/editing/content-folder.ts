import { existsSync, lstatSync, mkdtempSync, realpathSync, rmdirSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { kindOfPath } from './content-paths.ts'

/** Largest file of content/ that the console reads or writes, in bytes. */
export const LARGEST_CONTENT_FILE_BYTES = 512 * 1024

/** Errors of a folder in which nobody may write: a mounted image, a disk that is read-only, another owner. */
const READ_ONLY_CODES = ['EACCES', 'EPERM', 'EROFS']

/**
 * Where a file below the content folder may be read; null where there is none, and for what a link leads out of the
 * folder, a pipe, or a file that is too large for a text.
 */
export function readablePath(folder: string, path: string): string | null {
  const full = join(folder, path)
  if (!kindOfPath(path) || !existsSync(full)) return null
  const real = realpathSync(full)
  const stat = lstatSync(real)
  const isInside = real.startsWith(realpathSync(folder) + sep)
  return isInside && stat.isFile() && stat.size <= LARGEST_CONTENT_FILE_BYTES ? real : null
}

/** Whether a file may be put here: no link on the way, and a folder in which this process may write. */
export function isPlaceWritable(folder: string, path: string): boolean {
  const steps = path.split('/').map((_, index, names) => join(folder, ...names.slice(0, index + 1)))
  const isOrdinary = steps.every((step, index) =>
    isOrdinaryOrAbsent(step, index < steps.length - 1),
  )
  return isOrdinary && isWritable(nearestFolder(dirname(join(folder, path))))
}

/** Whether this process may write in a folder that exists: it tries, because rights, mounts and quotas all have a say. */
export function isWritable(folder: string) {
  try {
    rmdirSync(mkdtempSync(join(folder, '.trial-')))
    return true
  } catch {
    return false
  }
}

/** Whether an error says that a folder is read-only. */
export function isReadOnlyError(error: unknown) {
  return error instanceof Error && READ_ONLY_CODES.includes(String(Reflect.get(error, 'code')))
}

function isOrdinaryOrAbsent(path: string, isFolder: boolean) {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  return !stat || (isFolder ? stat.isDirectory() : stat.isFile())
}

function nearestFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder))
}
