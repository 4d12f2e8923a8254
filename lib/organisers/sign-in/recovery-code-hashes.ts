import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'

/** A code has 49 random bits: at 50 ms a guess, all of them take a machine a million years. */
const COST: ScryptOptions = { N: 2 ** 14, r: 8, p: 1 }
const SALT_BYTES = 16
const HASH_BYTES = 32

/** Stored hash of a recovery code: `scrypt$salt$hash`, both in base64url. */
const kept = z.array(z.string())

const MARK = 'scrypt$'

const hashOf = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** The recovery code under verification, for the library's own comparison. */
const typed = new AsyncLocalStorage<string>()

/** Runs a verification of this code by the authentication library. */
export function withTypedCode<Result>(code: string, work: () => Promise<Result>) {
  return typed.run(code, work)
}

/**
 * How the library keeps recovery codes: as salted hashes that nobody can turn back (OWASP ASVS 5.0,
 * 6.5.2), one salt for the codes of one organiser. It compares clear text, so on reading the one hash
 * that the typed code has stands in clear, and no other.
 */
export const HASHED_RECOVERY_CODES = {
  encrypt: async (codes: string) => JSON.stringify(await hashAll(kept.parse(JSON.parse(codes)))),
  decrypt: async (stored: string) => {
    const hashes = kept.parse(JSON.parse(stored))
    return JSON.stringify(await withTyped(hashes, typed.getStore()))
  },
}

async function hashAll(codes: string[]) {
  const salt = randomBytes(SALT_BYTES)
  return Promise.all(codes.map(code => (code.startsWith(MARK) ? code : keep(code, salt))))
}

async function keep(code: string, salt: Buffer) {
  const hash = await hashOf(code, salt, HASH_BYTES, COST)
  return `${MARK}${salt.toString('base64url')}$${hash.toString('base64url')}`
}

async function withTyped(hashes: string[], code: string | undefined) {
  if (code === undefined || hashes[0] === undefined) return hashes
  const [, salt = ''] = hashes[0].split('$')
  const wanted = Buffer.from(await keep(code, Buffer.from(salt, 'base64url')))
  return hashes.map(hash => (isSame(Buffer.from(hash), wanted) ? code : hash))
}

function isSame(one: Buffer, other: Buffer) {
  return one.length === other.length && timingSafeEqual(one, other)
}
