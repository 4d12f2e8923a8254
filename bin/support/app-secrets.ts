import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GivenSecrets, reconcileSecrets } from '#lib/security/reconcile-secrets.ts'

const SECRET_BYTES = 32

type Settings = {
  APP_SECRET?: string | undefined
  APP_SECRET_PREVIOUS: string[]
  DATA_FOLDER: string
}

/**
 * The secrets of this site: APP_SECRET and what it was before, else those of a file that is made once
 * and kept with the data, newest first. Whoever sets APP_SECRET later loses nothing of the file's time.
 */
export function givenSecrets({ APP_SECRET, APP_SECRET_PREVIOUS, DATA_FOLDER }: Settings) {
  if (APP_SECRET) {
    const previous = [...APP_SECRET_PREVIOUS, ...readSecrets(DATA_FOLDER)]
    return { current: APP_SECRET, previous }
  }
  if (readSecrets(DATA_FOLDER).length === 0) addSecret(DATA_FOLDER)
  const [current = '', ...older] = readSecrets(DATA_FOLDER)
  return { current, previous: [...older, ...APP_SECRET_PREVIOUS] }
}

/** A new secret of 256 bits. */
export function newSecret() {
  return randomBytes(SECRET_BYTES).toString('base64url')
}

/** Puts secrets, or a new one, before those of the file; the file is never half of one. */
export function addSecret(dataFolder: string, secrets = [newSecret()]) {
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  const text = [...new Set([...secrets, ...readSecrets(dataFolder)])].join('\n')
  const draft = `${fileIn(dataFolder)}.new`
  writeFileSync(draft, `${text}\n`, { mode: 0o600 })
  renameSync(draft, fileIn(dataFolder))
}

/**
 * The variables that give a process the key ring of a database.
 * @param url of a role that may write the database's list of secrets
 * @throws Error with a sentence when the secret is not the one that the database was written under
 */
export async function secretsFor(url: string, given: GivenSecrets) {
  const previous = await reconcileSecrets(url, given)
  const encoded = previous.map(secret => `base64:${Buffer.from(secret).toString('base64')}`)
  return { APP_SECRET: given.current, APP_SECRET_PREVIOUS: encoded.join(' ') }
}

function readSecrets(dataFolder: string) {
  const file = fileIn(dataFolder)
  return existsSync(file) ? readFileSync(file, 'utf8').split(/\s+/).filter(Boolean) : []
}

function fileIn(dataFolder: string) {
  return join(dataFolder, 'app-secret')
}
