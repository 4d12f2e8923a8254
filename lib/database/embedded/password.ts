import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PASSWORD_BYTES = 32

/**
 * The password of the embedded database's owner, made when there is no cluster yet.
 * @throws Error with a sentence when the cluster is there and the password is lost.
 */
export function databasePassword(dataFolder: string, cluster: string): string {
  const file = join(dataFolder, 'database-password')
  if (existsSync(file)) return readFileSync(file, 'utf8')
  if (existsSync(cluster)) {
    throw new Error(`${file} is missing: put it back from a backup, the database asks for it.`)
  }
  return makePassword(file)
}

/** The password of the application's role, made when there is none: each start tells it to the database. */
export function applicationPassword(dataFolder: string): string {
  const file = join(dataFolder, 'database-application-password')
  return existsSync(file) ? readFileSync(file, 'utf8') : makePassword(file)
}

function makePassword(file: string) {
  const password = randomBytes(PASSWORD_BYTES).toString('base64url')
  writeFileSync(file, password, { mode: 0o600 })
  return password
}
