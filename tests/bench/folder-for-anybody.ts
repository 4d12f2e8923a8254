import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

const ANYBODY_MAY_PASS = 0o711
const ANYBODY_MAY_WRITE = 0o777

/** A folder within the data folder, in which PostgreSQL's user writes the result of COPY. */
export function folderForAnybody(dataFolder: string) {
  const folder = join(dataFolder, 'bench')
  mkdirSync(folder)
  chmodSync(dataFolder, ANYBODY_MAY_PASS)
  chmodSync(folder, ANYBODY_MAY_WRITE)
  return folder
}
