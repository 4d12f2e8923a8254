import { changeStoredSecrets, type StoredSecret } from '#lib/database/stored-secrets.ts'
import { decryptUnder, encryptUnder } from './encryption.ts'
import { type Key, keyIdOf } from './keys.ts'

const PURPOSE = 'app-secret'

/** The secrets that a process is given: by its environment, or by a file beside the data. */
export type GivenSecrets = {
  current: string
  /** What it was before, newest first; empty where nobody knows, or it was never another. */
  previous: string[]
}

/**
 * Reconciles the given secrets with those that the database was written under. A new APP_SECRET replaces the
 * former one, which is kept, encrypted under the new one, with all before it: from then on the new one alone
 * opens everything.
 * @param url of a role that may write the table `app_secret`
 * @returns the former secrets, newest first
 * @throws Error with a sentence when the current secret is not the database's, and the database's is not among
 *   the former ones; or was replaced before
 */
export async function reconcileSecrets(url: string, given: GivenSecrets): Promise<string[]> {
  let previous = given.previous
  await changeStoredSecrets(url, stored => {
    const [now] = stored
    previous = !now ? others(given) : earlierSecrets(stored, now, given)
    return now?.keyId === keyIdOf(given.current) ? null : rowsFor(given.current, previous)
  })
  return previous
}

/**
 * Continues with the given secret although the former one is lost: its ciphertexts stay unreadable, and mailed
 * links of before stop working.
 */
export async function forgetLostSecrets(url: string, given: GivenSecrets) {
  await changeStoredSecrets(url, () => rowsFor(given.current, others(given)))
}

/**
 * Checks, and changes nothing, that the given secrets hold the one that the database was written under.
 * @throws Error with a sentence when they do not
 */
export async function expectSecretOfDatabase(url: string, given: GivenSecrets) {
  await changeStoredSecrets(url, ([now]) => {
    const known = [given.current, ...given.previous].map(keyIdOf)
    if (now && !known.includes(now.keyId)) throw notItsSecret(now)
    return null
  })
}

function earlierSecrets(stored: StoredSecret[], now: StoredSecret, given: GivenSecrets) {
  const known = [given.current, ...given.previous].find(secret => keyIdOf(secret) === now.keyId)
  if (known === undefined) throw notItsSecret(now)
  const earlier = stored.flatMap(({ encryptedSecret }) =>
    encryptedSecret ? [read(known, encryptedSecret)] : [],
  )
  if (earlier.includes(given.current)) {
    throw new Error(
      'APP_SECRET is one that was replaced before: choose a new one (npm run secret -- rotate).',
    )
  }
  return known === given.current ? earlier : [known, ...earlier]
}

function notItsSecret({ keyId }: StoredSecret) {
  return new Error(
    `APP_SECRET is not the secret that this database was written under (its key is ${keyId}): ` +
      'set that one again, or add it to APP_SECRET_PREVIOUS (docs/operating.md).',
  )
}

function read(current: string, encrypted: Uint8Array) {
  return decryptUnder(asKey(current), PURPOSE, encrypted).toString('utf8')
}

function rowsFor(current: string, previous: string[]): StoredSecret[] {
  const key = asKey(current)
  const encrypted = previous.map(secret => ({
    keyId: keyIdOf(secret),
    encryptedSecret: encryptUnder(key, PURPOSE, Buffer.from(secret)),
  }))
  return [{ keyId: key.id, encryptedSecret: null }, ...encrypted]
}

function others({ current, previous }: GivenSecrets) {
  return [...new Set(previous)].filter(secret => secret !== current)
}

function asKey(secret: string): Key {
  return { id: keyIdOf(secret), secret }
}
