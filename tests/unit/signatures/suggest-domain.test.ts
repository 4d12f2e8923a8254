import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOneApart, MEANT, suggestAddress, suggestDomain } from '#lib/signatures/suggest-domain.ts'
import { isMailProvider } from '#lib/signatures/trust/mail-providers.ts'

const FREE: string[] = createRequire(import.meta.url)('email-providers/all.json')

describe('a domain that looks mistaken', () => {
  test.each([
    ['gmial.com', 'gmail.com'],
    ['GMAI.COM', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['yahooo.com', 'yahoo.com'],
    ['orage.fr', 'orange.fr'],
    ['laposte.fr', 'laposte.net'],
    ['wanado.fr', 'wanadoo.fr'],
    ['fre.fr', 'free.fr'],
    // Not in the list: one letter apart.
    ['gmqil.com', 'gmail.com'],
    ['wanadooo.fr', 'wanadoo.fr'],
    ['outlouk.com', 'outlook.com'],
  ])('%s: %s?', (typed, meant) => {
    expect(suggestDomain(typed)).toBe(meant)
  })

  test.each([
    'gmail.com',
    'googlemail.com',
    'gmail.de',
    'mail.com',
    'email.com',
    'ymail.com',
    'rocketmail.com',
    'orange.fr',
    'orange.es',
    'grange.fr',
    'tree.fr',
    'sfm.fr',
    'hospital.example',
    'constructor',
    '__proto__',
    '',
  ])('%s is asked about by nobody', domain => {
    expect(suggestDomain(domain)).toBeNull()
  })

  test('what is suggested is a provider, and is asked about itself no more', () => {
    for (const [typo, meant] of Object.entries(MEANT)) {
      expect({ typo, isProvider: isMailProvider(meant) }).toEqual({ typo, isProvider: true })
      expect(suggestDomain(meant)).toBeNull()
    }
  })

  test('a real provider that is in no list of mistakes is never asked about', () => {
    const asked = FREE.filter(domain => !(domain in MEANT) && suggestDomain(domain) !== null)
    expect(FREE.length).toBeGreaterThan(1_000)
    expect(asked).toEqual([])
  })
})

describe('an address', () => {
  test('keeps what stands before the sign, whatever it is', () => {
    expect(suggestAddress(' Camille.Roux+x@gmial.com ')).toEqual({
      address: 'Camille.Roux+x@gmail.com',
      domain: 'gmial.com',
    })
    expect(suggestAddress('a@b@gmial.com')?.address).toBe('a@b@gmail.com')
  })

  test.each([undefined, null, ['a@gmial.com'], '', '@gmial.com', 'gmial.com', 'a@gmail.com'])(
    '%j: nothing',
    typed => {
      expect(suggestAddress(typed)).toBeNull()
    },
  )
})

test('one letter apart means the same in both directions, and never for the same word', () => {
  const word = fc.stringMatching(/^[abc]{0,5}$/)
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(isOneApart(one, other)).toBe(isOneApart(other, one))
      expect(isOneApart(one, one)).toBe(false)
      if (Math.abs(one.length - other.length) > 1) expect(isOneApart(one, other)).toBe(false)
    }),
  )
  expect(isOneApart('gmail.com', 'gmial.com')).toBe(true)
  expect(isOneApart('gmail.com', 'gmaial.com')).toBe(true)
  expect(isOneApart('gmail.com', 'gmiall.com')).toBe(false)
})
