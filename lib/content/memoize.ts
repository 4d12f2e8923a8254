import { isDevelopment } from '#lib/env/is-development.ts'
import { PROJECT_FOLDER } from './content-file.ts'

const memoized = new Map<string, unknown>()

/**
 * Reads the project's own content once in a process: it does not change while the site serves, and
 * a signature checks the letter's version. Any other folder is read each time, and so is everything where
 * somebody works on the site.
 */
export function memoize<T>(root: string, name: string, read: () => T): T {
  if (isDevelopment || root !== PROJECT_FOLDER) return read()
  if (!memoized.has(name)) memoized.set(name, read())
  return memoized.get(name) as T
}
