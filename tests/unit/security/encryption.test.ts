import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decrypt, encrypt } from '#lib/security/encryption.ts'

test('what is encrypted can be read again for the same purpose, and only as it was', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), (plain, place) => {
      const encrypted = encrypt('mail', plain)
      expect(decrypt('mail', encrypted)).toEqual(Buffer.from(plain))
      expect(() => decrypt('other', encrypted)).toThrow()
      const forged = Buffer.from(encrypted)
      const at = place % forged.length
      forged[at] = (forged[at] ?? 0) ^ 1
      expect(() => decrypt('mail', forged)).toThrow()
    }),
  )
})

test('the same words look different each time', () => {
  const words = Buffer.from('Bonjour Camille')
  expect(encrypt('mail', words).equals(encrypt('mail', words))).toBe(false)
  expect(encrypt('mail', words).includes('Camille')).toBe(false)
})
