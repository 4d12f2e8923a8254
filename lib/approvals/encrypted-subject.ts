import { decrypt, encrypt } from '#lib/security/encryption.ts'
import { keyedHash } from '#lib/security/tokens.ts'

/** Purpose of the encryption key and of the keyed hash. */
export const APPROVAL_SUBJECT = 'approval'

/** Keyed hash of the subject, for comparison: the filters of an export may name somebody. */
export function subjectHash(subject: string) {
  return keyedHash(APPROVAL_SUBJECT, subject)
}

/** Encrypted subject, which the approver reads: unreadable in a stolen database. */
export function encryptSubject(subject: string) {
  return new Uint8Array(encrypt(APPROVAL_SUBJECT, Buffer.from(subject)))
}

export function readSubject(encrypted: Uint8Array) {
  return decrypt(APPROVAL_SUBJECT, encrypted).toString()
}
