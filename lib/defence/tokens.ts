import { createHash, createHmac } from 'node:crypto'
import { env } from '#lib/env.ts'

/** What a token is for: one made for one purpose opens nothing else. */
export type TokenPurpose = 'confirm' | 'organiser-sign-in' | 'organiser-session'

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

/** SHA-256 of a token in hexadecimal, as the database keeps it; null for what cannot be a token. */
export function hashToken(token: unknown) {
  if (typeof token !== 'string' || !TOKEN_PATTERN.test(token)) return null
  return createHash('sha256').update(token).digest('hex')
}

/** A keyed hash that stands for a value without revealing it, such as a network address in a limiter. */
export function keyedHash(purpose: string, value: string) {
  return createHmac('sha256', appSecret()).update(`hash:${purpose}:${value}`).digest('base64url')
}

function appSecret() {
  if (!env.APP_SECRET) throw new Error('APP_SECRET is not set: npm start makes one by itself.')
  return env.APP_SECRET
}
