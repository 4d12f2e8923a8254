import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto'
import { env } from '#lib/env.ts'

/** What a token is for: one made for one purpose opens nothing else. */
type TokenPurpose =
  | 'confirm'
  | 'disown'
  | 'own-link'
  | 'own-session'
  | 'extend'
  | 'preview'
  | 'unsubscribe'
  | 'organiser-link'

/** 256 bits in base64url (RFC 4648, section 5). */
const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/

/**
 * The token that a mail carries for the row `id`: HMAC-SHA256 (RFC 2104) of purpose and id under
 * APP_SECRET. It is made again whenever the mail is sent, so it need not be stored, and a stolen
 * database holds none.
 * @throws Error when APP_SECRET is not set.
 */
export function deriveToken(purpose: TokenPurpose, id: string) {
  return createHmac('sha256', appSecret()).update(`token:${purpose}:${id}`).digest('base64url')
}

/**
 * A code of six digits for the row `id`, to be typed where a link does not arrive whole. It is
 * derived like a token and stored nowhere: a hash of six digits would hide nothing.
 */
export function deriveCode(id: string) {
  const digest = createHmac('sha256', appSecret()).update(`code:${id}`).digest()
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

/** A new row's id, its token, and what the database keeps of the token. */
export function newToken(purpose: TokenPurpose) {
  const id = randomUUID()
  const token = deriveToken(purpose, id)
  return { id, token, tokenHash: sha256(token) }
}

/** A token that stands for nothing but the browser that keeps it, and what the database keeps of it. */
export function randomToken() {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: sha256(token) }
}

/** SHA-256 of a token in hexadecimal, as the database keeps it; null for what cannot be a token. */
export function hashToken(token: unknown) {
  if (typeof token !== 'string' || !TOKEN_PATTERN.test(token)) return null
  return sha256(token)
}

/** A keyed hash that stands for a value without revealing it, such as a network address in a limiter. */
export function keyedHash(purpose: string, value: string) {
  return createHmac('sha256', appSecret()).update(`hash:${purpose}:${value}`).digest('base64url')
}

function appSecret() {
  if (!env.APP_SECRET) throw new Error('APP_SECRET is not set: npm start makes one by itself.')
  return env.APP_SECRET
}

function sha256(text: string) {
  return createHash('sha256').update(text).digest('hex')
}
