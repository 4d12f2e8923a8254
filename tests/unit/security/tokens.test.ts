import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveToken, hashToken, keyedHash } from '#lib/security/tokens.ts'

const CAMILLES_LINK = '019aa7c1-4f7e-7c55-9d6e-2a0f7f0c1d11'
const IDRIS_LINK = '019aa7c1-4f7e-7c55-9d6e-2a0f7f0c1d12'

describe('a token', () => {
  test('has 256 bits and is made again from its row', () => {
    const token = deriveToken('confirm', CAMILLES_LINK)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(deriveToken('confirm', CAMILLES_LINK)).toBe(token)
    expect(deriveToken('confirm', IDRIS_LINK)).not.toBe(token)
  })

  test('is bound to its purpose', () => {
    const purposes = ['confirm', 'own-link', 'organiser-link'] as const
    const tokens = purposes.map(purpose => deriveToken(purpose, CAMILLES_LINK))
    expect(new Set(tokens).size).toBe(purposes.length)
    expect(tokens).not.toContain(keyedHash('confirm', CAMILLES_LINK))
  })

  test('is kept as its SHA-256', () => {
    const token = deriveToken('confirm', CAMILLES_LINK)
    expect(hashToken(token)).toBe(createHash('sha256').update(token).digest('hex'))
    expect(hashToken(hashToken(token))).toBeNull()
  })

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty text', ''],
    ['a truncated one', 'A'.repeat(42)],
    ['an oversized one', 'A'.repeat(44)],
    ['a huge one', 'A'.repeat(1_000_000)],
    ['a line break at its end', `${'A'.repeat(43)}\n`],
    ['standard base64', `${'A'.repeat(42)}+`],
    ['two of them', ['A'.repeat(43), 'A'.repeat(43)]],
    ['an object', { length: 43 }],
    ['a number', 43],
  ])('%s has no hash', (_, value) => {
    expect(hashToken(value)).toBeNull()
  })

  test('no text but one of 43 characters of base64url can be one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), text => {
        expect(hashToken(text) !== null).toBe(/^[\w-]{43}$/.test(text) && text.length === 43)
      }),
    )
  })
})
