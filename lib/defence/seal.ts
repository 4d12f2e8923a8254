import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '#lib/env.ts'

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts what must not be readable in a stolen database (AES-256-GCM, NIST SP 800-38D), with a key
 * for this purpose alone that is derived from APP_SECRET (HKDF, RFC 5869).
 */
export function seal(purpose: string, plain: Uint8Array) {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyFor(purpose), nonce)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** @throws Error when APP_SECRET is another one, or a byte is not what it was. */
export function unseal(purpose: string, sealed: Uint8Array) {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv(CIPHER, keyFor(purpose), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  const hidden = bytes.subarray(NONCE_BYTES, -TAG_BYTES)
  return Buffer.concat([decipher.update(hidden), decipher.final()])
}

function keyFor(purpose: string) {
  if (!env.APP_SECRET) throw new Error('APP_SECRET is not set: npm start makes one by itself.')
  return Buffer.from(hkdfSync('sha256', env.APP_SECRET, '', `seal:${purpose}`, KEY_BYTES))
}
