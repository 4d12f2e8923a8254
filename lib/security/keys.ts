import { hkdfSync } from 'node:crypto'
import { env } from '#lib/env/env.ts'

const KEY_ID_BYTES = 4

/** One of the secrets that this site has worked under, with the id that names it in what it made. */
export type Key = {
  /** Eight hexadecimal digits. */
  id: string
  secret: string
}

/** Thrown for a key that this process does not have: it was made by one with a newer secret. */
export class UnknownKey extends Error {
  constructor(id: string) {
    super(`The key ${id} is not known here.`)
  }
}

/**
 * The key ring, newest first: APP_SECRET, under which everything new is made, then what APP_SECRET was
 * before, so that what was made then still opens (docs/decisions/0032-keys-and-rotation.md).
 * @throws Error when APP_SECRET is not set
 */
export function keyRing(): [Key, ...Key[]] {
  if (!env.APP_SECRET) throw new Error('APP_SECRET is not set: npm start makes one by itself.')
  return [asKey(env.APP_SECRET), ...env.APP_SECRET_PREVIOUS.map(asKey)]
}

/** The key for everything new. */
export function currentKey() {
  return keyRing()[0]
}

/** The first key: for ciphertexts that name no key, and for keyed hashes. */
export function firstKey() {
  return keyRing().at(-1) ?? currentKey()
}

/** @throws UnknownKey when no secret of this process has that id */
export function keyWith(id: string) {
  const key = keyRing().find(known => known.id === id)
  if (!key) throw new UnknownKey(id)
  return key
}

const ids = new Map<string, string>()

/** The id of a secret's key, which says nothing of the secret (HKDF, RFC 5869). */
export function keyIdOf(secret: string) {
  const known = ids.get(secret)
  if (known) return known
  const id = Buffer.from(hkdfSync('sha256', secret, '', 'key-id', KEY_ID_BYTES)).toString('hex')
  ids.set(secret, id)
  return id
}

function asKey(secret: string): Key {
  return { id: keyIdOf(secret), secret }
}
