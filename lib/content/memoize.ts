import { isDevelopment } from '#lib/env/is-development.ts'
import { PROJECT_FOLDER } from './content-file.ts'

const memoized = new Map<string, unknown>()

/**
 * Memoizes the project's own content for the life of the process: it does not change while the site serves.
 * Other folders, and everything in development, are read each time.
 */
export function memoize<T>(root: string, name: string, read: () => T): T {
  if (isDevelopment || root !== PROJECT_FOLDER) return read()
  if (!memoized.has(name)) memoized.set(name, read())
  return memoized.get(name) as T
}
