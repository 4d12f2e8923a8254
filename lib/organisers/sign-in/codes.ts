import { randomInt } from 'node:crypto'
import { database } from '#lib/database/client.ts'
import { keyedHash } from '#lib/security/tokens.ts'
import { withAsciiDigits } from '#lib/text/decimal-digits.ts'

/** Alphabet of recovery codes, without letters and digits that look alike. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const HALF_LENGTH = 5

/** Characters that a code may have as it is typed or pasted; what follows is left out. */
const LONGEST_TYPED_CODE = 100

/** Number of recovery codes of an organiser; each works once. */
const RECOVERY_CODES = 10

/** New recovery codes, each of 49 bits: 10 letters and digits with a hyphen between. */
export function newRecoveryCodes() {
  return Array.from({ length: RECOVERY_CODES }, () => `${half()}-${half()}`)
}

/**
 * Normalises a typed code: no spaces, lower case, ASCII digits, and the hyphen of a recovery code in its place.
 */
export function readTypedCode(typed: unknown) {
  const code = withAsciiDigits(String(typed ?? '').slice(0, LONGEST_TYPED_CODE))
    .toLowerCase()
    .replace(/[\s-]/g, '')
  return code.length === 2 * HALF_LENGTH
    ? `${code.slice(0, HALF_LENGTH)}-${code.slice(HALF_LENGTH)}`
    : code
}

/** Whether this is a TOTP code, not a recovery code. */
export function isOfApp(code: string) {
  return /^\d{6}$/.test(code)
}

/** Uses up a TOTP code; false if it was used before (RFC 6238, section 5.2). */
export async function takeCode(organiserId: string, code: string) {
  const codeHash = keyedHash('organiser-code', `${organiserId}:${code}`)
  const taken = await database.organiserUsedCode.createMany({
    data: [{ codeHash }],
    skipDuplicates: true,
  })
  return taken.count === 1
}

function half() {
  return Array.from({ length: HALF_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
