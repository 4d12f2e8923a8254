import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { currentKey, firstKey, type Key, keyRing, keyWith } from './keys.ts'

/**
 * Purposes of tokens: a token opens nothing of another purpose. Mailed links depend on these names, so former
 * words such as `disown`, `own-link` and `extend` stay.
 */
type TokenPurpose =
  | 'confirm'
  | 'disown'
  | 'own-link'
  | 'own-session'
  | 'extend'
  | 'new-address'
  | 'former-address'
  | 'preview'
  | 'unsubscribe'
  | 'organiser-link'
  | 'organiser-address'

/** 256 bits in base64url (RFC 4648, section 5). */
const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/

/** The form of an id that names a key: UUID version 8, of which the first 32 bits are the key's id. */
const ID_WITH_KEY = /^([0-9a-f]{8})-[0-9a-f]{4}-8/i

/**
 * Token that a mail carries for the row `id`: HMAC-SHA256 (RFC 2104) of purpose and id under the key that the
 * id names. It is derived again whenever the mail is rendered, so it need not be stored, and a stolen database
 * holds none.
 * @throws Error when APP_SECRET is not set.
 * @throws UnknownKey when the row was made under a secret that this process was not given
 */
export function deriveToken(purpose: TokenPurpose, id: string) {
  return tokenUnder(keyOf(id), purpose, id)
}

/**
 * Six-digit code for the row `id`, to be typed if a link does not arrive whole. It is derived like a token and
 * never stored: a hash of six digits would hide nothing.
 */
export function deriveCode(id: string) {
  const digest = createHmac('sha256', keyOf(id).secret).update(`code:${id}`).digest()
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

/** Id of a new row, which names the current key, with its token and the token's stored hash. */
export function newToken(purpose: TokenPurpose) {
  const id = newId()
  const token = deriveToken(purpose, id)
  return { id, token, tokenHash: sha256(token) }
}

/** Stateless token: derived under the current key for a row whose id names no key; nothing of it is stored. */
export function statelessToken(purpose: TokenPurpose, id: string) {
  return tokenUnder(currentKey(), purpose, id)
}

/** Whether a token is the stateless token, under the current or an earlier key. */
export function isStatelessToken(purpose: TokenPurpose, id: string, token: unknown) {
  if (typeof token !== 'string') return false
  const given = Buffer.from(token)
  return keyRing().some(key => {
    const right = Buffer.from(tokenUnder(key, purpose, id))
    return given.length === right.length && timingSafeEqual(given, right)
  })
}

/** Random token of a browser, and its stored hash. */
export function randomToken() {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: sha256(token) }
}

/** SHA-256 of a token in hexadecimal, as the database keeps it; null for what cannot be a token. */
export function hashToken(token: unknown) {
  if (typeof token !== 'string' || !TOKEN_PATTERN.test(token)) return null
  return sha256(token)
}

/**
 * Keyed hash of a value, such as a network address in a limiter, which reveals nothing of it. Always under the
 * first key: a hash cannot be recomputed without its value, and today's must equal last year's.
 */
export function keyedHash(purpose: string, value: string) {
  return keyedHashUnder(firstKey(), purpose, value)
}

/** Keyed hash under a given key. */
export function keyedHashUnder({ secret }: Key, purpose: string, value: string) {
  return createHmac('sha256', secret).update(`hash:${purpose}:${value}`).digest('base64url')
}

/** An id (RFC 9562, section 5.8) of the current key's id and 90 random bits. */
function newId() {
  const random = randomUUID()
  return `${currentKey().id}${random.slice(8, 14)}8${random.slice(15)}`
}

function keyOf(id: string) {
  const [, keyId] = id.match(ID_WITH_KEY) ?? []
  return keyId ? keyWith(keyId.toLowerCase()) : firstKey()
}

function tokenUnder({ secret }: Key, purpose: TokenPurpose, id: string) {
  return createHmac('sha256', secret).update(`token:${purpose}:${id}`).digest('base64url')
}

function sha256(text: string) {
  return createHash('sha256').update(text).digest('hex')
}
