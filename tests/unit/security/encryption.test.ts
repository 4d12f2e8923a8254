import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seal, unseal } from '#lib/security/encryption.ts'

test('what is sealed can be read again for the same purpose, and only as it was', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), (plain, place) => {
      const sealed = seal('mail', plain)
      expect(unseal('mail', sealed)).toEqual(Buffer.from(plain))
      expect(() => unseal('other', sealed)).toThrow()
      const forged = Buffer.from(sealed)
      const at = place % forged.length
      forged[at] = (forged[at] ?? 0) ^ 1
      expect(() => unseal('mail', forged)).toThrow()
    }),
  )
})

test('the same words look different each time', () => {
  const words = Buffer.from('Bonjour Camille')
  expect(seal('mail', words).equals(seal('mail', words))).toBe(false)
  expect(seal('mail', words).includes('Camille')).toBe(false)
})
