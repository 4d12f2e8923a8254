import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { verifyPassword as verifyScrypt } from 'better-auth/crypto'
import { normalizeText } from '#lib/text/normalize-text.ts'
import { takeTurns } from './take-turns.ts'

/** Argon2id as OWASP's Password Storage Cheat Sheet asks: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456
const PASSES = 2
const LANES = 1

const SALT_BYTES = 16
const HASH_BYTES = 32

/** Argon2 1.3 (RFC 9106), as PHC strings write it. */
const VERSION = 19

/** Concurrent hashings; further ones wait, so that memory stays bounded. */
const AT_ONCE = 2

/** Limits of a stored hash's parameters: twice our own. */
const MOST_KIB = 2 * MEMORY_KIB
const MOST_PASSES = 2 * PASSES

const PHC =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

const inTurn = takeTurns(AT_ONCE)

/** What the database keeps of a password: a PHC string with its own random salt. */
export async function hashPassword(password: string) {
  const salt = randomBytes(SALT_BYTES)
  const costs = { memory: MEMORY_KIB, passes: PASSES, parallelism: LANES }
  const hash = await derive(password, salt, costs)
  return `${ARGON2ID_AS_NOW}${unpadded(salt)}$${unpadded(hash)}`
}

/** Whether a password matches a hash, which may also be of the former format: scrypt, `salt:key`. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }) {
  const parts = readPhc(hash)
  if (!parts) return isOfScrypt(hash) && inTurn(() => verifyScrypt({ hash, password }))
  const { salt, wanted, ...costs } = parts
  const given = await derive(password, salt, costs)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

/** Whether a hash needs rehashing at the next sign-in, because its parameters are not today's. */
export function isOutdated(hash: string) {
  return !hash.startsWith(ARGON2ID_AS_NOW)
}

const ARGON2ID_AS_NOW = `$argon2id$v=${VERSION}$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$`

type Costs = { memory: number; passes: number; parallelism: number }

// Unicode writes "é" in two ways, and keyboards differ: NFKC, as NIST SP 800-63B asks (section 3.1.1.2).
function derive(password: string, nonce: Buffer, costs: Costs) {
  const message = normalizeText(password, 'NFKC')
  return inTurn(() =>
    promisify(argon2)('argon2id', { message, nonce, tagLength: HASH_BYTES, ...costs }),
  )
}

function readPhc(text: string) {
  const [, memory, passes, parallelism, salt = '', wanted = ''] = text.match(PHC) ?? []
  const costs = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  }
  const isAffordable = costs.memory <= MOST_KIB && costs.passes <= MOST_PASSES
  if (!isAffordable || costs.parallelism !== LANES) return null
  return { ...costs, salt: Buffer.from(salt, 'base64'), wanted: Buffer.from(wanted, 'base64') }
}

function isOfScrypt(hash: string) {
  return /^[0-9a-f]+:[0-9a-f]+$/.test(hash)
}

function unpadded(bytes: Buffer) {
  return bytes.toString('base64').replaceAll('=', '')
}
