import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { POSTGRES_ENVIRONMENT } from './environment.ts'
import type { DatabaseFolders } from './folders.ts'

// The order of names must not depend on the machine, and indexes must survive an upgrade of its
// libraries: hence PostgreSQL's own C.UTF-8. pg_trgm asks the C library which characters are letters:
// with plain C in LC_CTYPE it sees none in a name such as محمد or 李.
const LOCALE = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
const LETTERS = process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'

/** Makes the cluster unless it is there. Interrupted half-way, it leaves nothing that looks whole. */
export function createCluster({ bin, cluster, user }: DatabaseFolders, password: string) {
  if (existsSync(cluster)) return
  const making = `${cluster}.making`
  const passwordFile = `${cluster}.password`
  rmSync(making, { recursive: true, force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  try {
    initialise(
      join(bin, 'initdb'),
      [`--pgdata=${making}`, `--pwfile=${passwordFile}`, '--username=postgres'],
      user,
    )
    renameSync(making, cluster)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function initialise(initdb: string, options: string[], user: DatabaseFolders['user']) {
  const locale = [...LOCALE, '--locale=C', `--lc-ctype=${LETTERS}`]
  const made = spawnSync(
    initdb,
    [...options, ...locale, '--auth=scram-sha-256', '--no-instructions'],
    { ...user, cwd: '/', env: POSTGRES_ENVIRONMENT, encoding: 'utf8' },
  )
  if (made.status === 0) return
  // Its last words are about tidying up.
  const words = made.stderr.trim().split('\n')
  const cause = words.find(line => /could not|FATAL|error:/.test(line))
  const reason = made.error?.message ?? cause ?? words.at(-1)
  throw new Error(`PostgreSQL could not make its data folder: ${reason}`)
}
