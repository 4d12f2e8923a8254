import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runtimeFolderOf } from '#lib/database/embedded/runtime-folder.js'

/** A temporary data folder that PostgreSQL's user can reach, and what removes all that grows from it. */
export function makeDataFolder() {
  const folder = mkdtempSync('/tmp/open-letter-test-')
  chmodSync(folder, 0o711)
  const dataFolder = join(folder, '.data')
  mkdirSync(dataFolder)
  const remove = () => {
    removeDatabaseOf(dataFolder)
    rmSync(folder, { recursive: true, force: true })
  }
  return { dataFolder, remove }
}

/** Removes what a data folder keeps elsewhere: root's database may be under /var/lib. */
export function removeDatabaseOf(dataFolder: string) {
  if (!existsSync(dataFolder)) return
  const record = join(dataFolder, 'database-folder')
  const database = existsSync(record) ? readFileSync(record, 'utf8').trim() : 'database'
  for (const uid of [process.getuid?.() ?? 0, 65_534]) {
    rmSync(runtimeFolderOf(dataFolder, uid), { recursive: true, force: true })
  }
  rmSync(resolve(dataFolder, database), { recursive: true, force: true })
}
