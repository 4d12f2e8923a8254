import { contentPaths, NO_FILE, readContentFile } from './read-content-file.ts'

/** A file that would change. */
export type ChangedFile = {
  path: string
  /** What stands there now; null where there is no file. */
  before: string | null
  /** What would stand there; null where it would be deleted. */
  after: string | null
  /** The hash of what stands there now, for `writeContent`. */
  seen: string
}

/** What becomes of the files of content/ if these take their place; of all others too where they are the whole. */
export function changesTo(
  texts: Map<string, string>,
  isWhole: boolean,
  folder: string,
): ChangedFile[] {
  const others = isWhole ? contentPaths(folder) : []
  const paths = [...new Set([...texts.keys(), ...others])].sort()
  return paths
    .map(path => {
      const now = readContentFile(path, folder)
      const [before, after] = [now?.text ?? null, texts.get(path) ?? null]
      return { path, before, after, seen: now?.hash ?? NO_FILE }
    })
    .filter(({ before, after }) => before !== after)
}
