import { createCipheriv, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { decrypt, encrypt, isEncryptedUnder, reencrypted } from '#lib/security/encryption.ts'
import { currentKey, firstKey, keyIdOf, UnknownKey } from '#lib/security/keys.ts'
import {
  deriveCode,
  deriveToken,
  hashToken,
  isStatelessToken,
  keyedHash,
  newToken,
  statelessToken,
} from '#lib/security/tokens.ts'
import { AUTUMN, SPRING, SUMMER, startUnder } from '../../support/site/secrets.ts'

const SIGNATURE_ID = '019aa7c1-4f7e-7c55-9d6e-2a0f7f0c1d11'

afterEach(() => startUnder(SPRING))

describe('after the secret was changed twice', () => {
  test('what was encrypted under any of the three opens, and says which', () => {
    const encrypted = [SPRING, SUMMER, AUTUMN].map(secret => {
      startUnder(secret)
      return encrypt('mail', Buffer.from('Bonjour'))
    })
    startUnder(AUTUMN, [SUMMER, SPRING])
    expect(encrypted.map(one => decrypt('mail', one).toString())).toEqual(Array(3).fill('Bonjour'))
    expect(encrypted.map(one => isEncryptedUnder(currentKey(), one))).toEqual([false, false, true])
  })

  test('what was encrypted before anything named its key opens, whatever its first bytes', () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
    const nonce = fc.oneof(
      bytes(12),
      bytes(11).map(rest => Buffer.from([1, ...rest])),
    )
    startUnder(AUTUMN, [SUMMER, SPRING])
    fc.assert(
      fc.property(nonce, given => {
        expect(decrypt('mail', encryptedLongAgo(Buffer.from(given))).toString()).toBe('Bonjour')
      }),
    )
  })

  test('it is encrypted anew once, and then needs the new secret alone', () => {
    const old = encrypt('mail', Buffer.from('Bonjour'))
    startUnder(SUMMER, [SPRING])
    const anew = reencrypted('mail', old) ?? Buffer.alloc(0)
    expect(reencrypted('mail', anew)).toBeNull()
    startUnder(SUMMER)
    expect(decrypt('mail', anew).toString()).toBe('Bonjour')
    expect(() => decrypt('mail', old)).toThrow(UnknownKey)
  })

  test('a link that was mailed before is mailed again as it was, with its code', () => {
    const link = newToken('confirm')
    const code = deriveCode(link.id)
    startUnder(AUTUMN, [SUMMER, SPRING])
    expect(hashToken(deriveToken('confirm', link.id))).toBe(link.tokenHash)
    expect(deriveCode(link.id)).toBe(code)
    expect(newToken('confirm').id.slice(0, 8)).toBe(keyIdOf(AUTUMN))
  })

  test('a link from before any id named its key is made under the first', () => {
    const id = '6f1f3c1e-7a55-4b6a-9a51-0c7f3a3b5f10'
    const token = deriveToken('confirm', id)
    startUnder(AUTUMN, [SUMMER, SPRING])
    expect(deriveToken('confirm', id)).toBe(token)
  })

  test('a link of a secret that is not known here is nobody’s, and no other’s', () => {
    startUnder(SUMMER)
    const { id } = newToken('confirm')
    startUnder(SPRING)
    expect(() => deriveToken('confirm', id)).toThrow(UnknownKey)
  })

  test('what ends the news from a mail of spring still does, and new mails carry another', () => {
    const ofSpring = statelessToken('unsubscribe', SIGNATURE_ID)
    startUnder(SUMMER, [SPRING])
    expect(isStatelessToken('unsubscribe', SIGNATURE_ID, ofSpring)).toBe(true)
    expect(isStatelessToken('preview', SIGNATURE_ID, ofSpring)).toBe(false)
    expect(statelessToken('unsubscribe', SIGNATURE_ID)).not.toBe(ofSpring)
    startUnder(SUMMER)
    expect(isStatelessToken('unsubscribe', SIGNATURE_ID, ofSpring)).toBe(false)
  })

  test('a keyed hash is the one of before: addresses that want no mail are still known', () => {
    const hash = keyedHash('suppression', 'camille@example.org')
    startUnder(AUTUMN, [SUMMER, SPRING])
    expect(keyedHash('suppression', 'camille@example.org')).toBe(hash)
    expect(firstKey().id).toBe(keyIdOf(SPRING))
  })
})

test('ids are ordinary UUIDs (RFC 9562), never the same twice', () => {
  const ids = Array.from({ length: 1_000 }, () => newToken('own-link').id)
  const UUID_8 = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  expect(ids.filter(id => !UUID_8.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})

/** As lib/security/encryption.ts wrote it before there was more than one key: nonce, text, tag. */
function encryptedLongAgo(nonce: Buffer) {
  const key = Buffer.from(hkdfSync('sha256', SPRING, '', 'seal:mail', 32))
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  return Buffer.concat([nonce, cipher.update('Bonjour'), cipher.final(), cipher.getAuthTag()])
}
