import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
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

/** Where the embedded PostgreSQL of a data folder keeps its files. */
export function clusterOf(dataFolder: string) {
  return join(databaseFolderOf(dataFolder), 'postgresql-18')
}

/** Removes what a data folder keeps elsewhere: sockets in /tmp, root's database in /var/lib. */
export function removeDatabaseOf(dataFolder: string) {
  if (!existsSync(dataFolder)) return
  const users = [dataFolder, databaseFolderOf(dataFolder)].filter(existsSync)
  for (const { uid } of users.map(folder => statSync(folder))) {
    rmSync(runtimeFolderOf(dataFolder, uid), { recursive: true, force: true })
  }
  rmSync(databaseFolderOf(dataFolder), { recursive: true, force: true })
}

function databaseFolderOf(dataFolder: string) {
  const record = join(dataFolder, 'database-folder')
  return resolve(dataFolder, existsSync(record) ? readFileSync(record, 'utf8').trim() : 'database')
}
