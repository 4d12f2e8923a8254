import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { currentKey, firstKey, type Key, keyRing, UnknownKey } from './keys.ts'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** First byte of a ciphertext that names its key; ciphertexts of before the key ring have none. */
const WITH_KEY_ID = 1
const HEADER_BYTES = 5

/**
 * Encrypts what must not be readable in a stolen database (AES-256-GCM, NIST SP 800-38D), with a key
 * for this purpose alone that is derived from APP_SECRET (HKDF, RFC 5869). What comes out names the
 * key: a byte for the format, four for the key's id, nonce, text, tag.
 */
export function encrypt(purpose: string, plain: Uint8Array) {
  return encryptUnder(currentKey(), purpose, plain)
}

/** The same under a key of one's choice. */
export function encryptUnder(key: Key, purpose: string, plain: Uint8Array) {
  const header = headerOf(key)
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyFor(key, purpose), nonce).setAAD(header)
  return Buffer.concat([header, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/**
 * @throws UnknownKey when it was encrypted under a secret that this process was not given
 * @throws Error when a byte is not what it was
 */
export function decrypt(purpose: string, encrypted: Uint8Array) {
  const key = keyRing().find(known => isEncryptedUnder(known, encrypted))
  if (key) return decryptUnder(key, purpose, encrypted)
  try {
    return open(firstKey(), purpose, Buffer.from(encrypted), Buffer.alloc(0))
  } catch (error) {
    throw encrypted[0] === WITH_KEY_ID ? new UnknownKey(idIn(encrypted)) : error
  }
}

/** @throws Error when it was encrypted under another key, or a byte is not what it was */
export function decryptUnder(key: Key, purpose: string, encrypted: Uint8Array) {
  return open(key, purpose, Buffer.from(encrypted).subarray(HEADER_BYTES), headerOf(key))
}

/** Whether a ciphertext names this key. */
export function isEncryptedUnder(key: Key, encrypted: Uint8Array) {
  return headerOf(key).equals(encrypted.subarray(0, HEADER_BYTES))
}

/** Re-encrypts under the current key; null if it is encrypted under it already. */
export function reencrypted(purpose: string, encrypted: Uint8Array) {
  return isEncryptedUnder(currentKey(), encrypted)
    ? null
    : encrypt(purpose, decrypt(purpose, encrypted))
}

function open(key: Key, purpose: string, bytes: Buffer, header: Buffer) {
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const decipher = createDecipheriv(CIPHER, keyFor(key, purpose), nonce, {
    authTagLength: TAG_BYTES,
  })
  if (header.length > 0) decipher.setAAD(header)
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  const hidden = bytes.subarray(NONCE_BYTES, -TAG_BYTES)
  return Buffer.concat([decipher.update(hidden), decipher.final()])
}

function headerOf({ id }: Key) {
  return Buffer.concat([Buffer.of(WITH_KEY_ID), Buffer.from(id, 'hex')])
}

function idIn(encrypted: Uint8Array) {
  return Buffer.from(encrypted.subarray(1, HEADER_BYTES)).toString('hex')
}

function keyFor({ secret }: Key, purpose: string) {
  return Buffer.from(hkdfSync('sha256', secret, '', `seal:${purpose}`, KEY_BYTES))
}
