import { firstKey, type Key, keyRing } from '#lib/security/keys.ts'
import { keyedHashUnder } from '#lib/security/tokens.ts'

/**
 * The secrets of the authentication library, one for each key of the ring, newest first: it encrypts
 * under the first and writes its version, which is our key's id as a number, beside what it encrypted.
 * `secret` opens what was encrypted before there were versions.
 */
export function librarySecrets() {
  return {
    secrets: keyRing().map(key => ({ version: versionOf(key), value: secretUnder(key) })),
    secret: secretUnder(firstKey()),
  }
}

/** What begins everything that the library encrypted under a key. */
export function libraryMark(key: Key) {
  return `$ba$${versionOf(key)}$`
}

function versionOf({ id }: Key) {
  return Number.parseInt(id, 16)
}

function secretUnder(key: Key) {
  return keyedHashUnder(key, 'organisers', 'secret of the authentication library')
}
