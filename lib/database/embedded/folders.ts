import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { findPostgresPackage, type PostgresPackage } from './binaries.ts'
import { databaseUser, type SystemUser } from './database-user.ts'

const SHARED_ROOT = '/var/lib/open-letter'
const RECORD = 'database-folder'
const MAJOR_VERSION = 18

export interface DatabaseFolders {
  /** Holds initdb and postgres. */
  bin: string
  /** PostgreSQL's own data folder; not there yet before the first start. */
  cluster: string
  /** Whom PostgreSQL runs as; undefined: as this process. */
  user: SystemUser | undefined
}

/**
 * Where this data folder's PostgreSQL lives. Chosen once and recorded, so that it stays: inside the
 * data folder, or under /var/lib/open-letter when root starts it for a user who cannot get there.
 */
export function databaseFolders(dataFolder: string): DatabaseFolders {
  const postgres = findPostgresPackage()
  const folder = recordedFolder(dataFolder) ?? chooseFolder(dataFolder, postgres)
  const cluster = join(folder, `postgresql-${MAJOR_VERSION}`)
  const user = databaseUser(cluster)
  const native = postgres.native
  const bin = canRun(native, user) ? native : copyBinaries(postgres, folder, user)
  return { bin: join(bin, 'bin'), cluster, user }
}

function recordedFolder(dataFolder: string) {
  const record = join(dataFolder, RECORD)
  if (!existsSync(record)) return null
  const folder = resolve(dataFolder, readFileSync(record, 'utf8').trim())
  if (existsSync(folder)) return folder
  throw new Error(`${record} says that the database is in ${folder}, but there is no such folder.`)
}

function chooseFolder(dataFolder: string, postgres: PostgresPackage) {
  const inside = join(dataFolder, 'database')
  const user = databaseUser(inside)
  makeFolderFor(inside, user)
  const isInside = canRun(postgres.native, user) && canWrite(inside, user)
  const folder = isInside ? inside : join(SHARED_ROOT, randomBytes(6).toString('hex'))
  if (!isInside) {
    rmSync(inside, { recursive: true })
    makeFolderFor(folder, user)
  }
  // Relative where it can be: a checkout may be moved.
  writeFileSync(join(dataFolder, RECORD), isInside ? 'database' : folder)
  return folder
}

function makeFolderFor(folder: string, user: SystemUser | undefined) {
  if (isAbsolute(folder) && folder.startsWith(SHARED_ROOT)) {
    mkdirSync(SHARED_ROOT, { recursive: true })
    chmodSync(SHARED_ROOT, 0o755)
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
}

function canRun(native: string, user: SystemUser | undefined) {
  const { status } = spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
    ...user,
    cwd: '/',
  })
  return status === 0
}

function canWrite(folder: string, user: SystemUser | undefined) {
  const script = 'cd "$1" && touch .try && rm .try'
  const { status } = spawnSync('/bin/sh', ['-c', script, 'sh', folder], { ...user, cwd: '/' })
  return status === 0
}

function copyBinaries(postgres: PostgresPackage, folder: string, user: SystemUser | undefined) {
  const copy = join(folder, `binaries-${postgres.version}`)
  if (!canRun(copy, user)) {
    const making = `${copy}.making`
    rmSync(making, { recursive: true, force: true })
    cpSync(postgres.native, making, { recursive: true, verbatimSymlinks: true })
    // Whatever umask the packages were installed under, and this copy is made under.
    spawnSync('chmod', ['-R', 'a+rX', making])
    rmSync(copy, { recursive: true, force: true })
    renameSync(making, copy)
  }
  return copy
}
