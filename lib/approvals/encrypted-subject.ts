import { decrypt, encrypt } from '#lib/security/encryption.ts'
import { keyedHash } from '#lib/security/tokens.ts'

/** What its key is for. */
export const APPROVAL_SUBJECT = 'approval'

/** What stands in the row instead of the subject, to be compared: the filters of an export may name somebody. */
export function subjectHash(subject: string) {
  return keyedHash(APPROVAL_SUBJECT, subject)
}

/** The subject for who decides, unreadable in a stolen database. */
export function encryptSubject(subject: string) {
  return new Uint8Array(encrypt(APPROVAL_SUBJECT, Buffer.from(subject)))
}

export function readSubject(encrypted: Uint8Array) {
  return decrypt(APPROVAL_SUBJECT, encrypted).toString()
}
