import { seal, unseal } from '#lib/defence/seal.ts'
import { keyedHash } from '#lib/defence/tokens.ts'

const PURPOSE = 'approval'

/** What stands in the row instead of the subject, to be compared: the filters of an export may name somebody. */
export function subjectHash(subject: string) {
  return keyedHash(PURPOSE, subject)
}

/** The subject for who decides, unreadable in a stolen database. */
export function sealSubject(subject: string) {
  return new Uint8Array(seal(PURPOSE, Buffer.from(subject)))
}

export function readSubject(sealed: Uint8Array) {
  return unseal(PURPOSE, sealed).toString()
}
