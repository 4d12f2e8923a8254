import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emailFault, readEmailAddress } from '#lib/text/email-address.ts'
import { charactersOf, lettersOf, SCRIPTS } from '../../support/checks/unicode-scripts.ts'

describe('one recipient, ever', () => {
  test.each([
    'a@b.fr\r\nBcc: v@x.fr',
    'a@b.fr\nBcc: v@x.fr',
    'a@b.fr%0ABcc:v@x.fr, c@d.fr',
    'a@b.fr,c@d.fr',
    'a@b.fr;c@d.fr',
    'a@b.fr c@d.fr',
    '"x" <a@b.fr>',
    '<a@b.fr',
    '<a@b.fr><c@d.fr>',
    'x <a@b.fr>',
    '"a b"@b.fr',
    '"a@c.fr"@b.fr',
    'a(comment)@b.fr',
    'a@b.fr\0',
    'a@b.fr@c.fr',
    '@b.fr',
    'a@',
    'a',
    '',
    'a@b',
    'a@localhost',
    'a@[192.168.0.1]',
    'a@192.168.0.1',
    'a@b..fr',
    'a@.b.fr',
    'a@-b.fr',
    'a@b-.fr',
    'a..b@b.fr',
    '.a@b.fr',
    'a.@b.fr',
    'a@b.fr/x',
    'a@b.fr:25',
    'a@b.fr?x',
    'a@b.fr#x',
    'a@b_c.fr',
    'a\\@b.fr',
    `${'a'.repeat(65)}@b.fr`,
    `a@${'b'.repeat(64)}.fr`,
    `${'a'.repeat(60)}@${'b.'.repeat(100)}fr`,
    'mailto:a@b.fr,c@d.fr',
    'mailto:a@b.fr?cc=c@d.fr',
    'jos\ufffd@b.fr',
    'é@b.fr',
    'a\u200b@b.fr',
    'a\u202e@b.fr',
  ])('%j is refused', typed => {
    expect(readEmailAddress(typed)).toBeNull()
  })

  test.each([
    [' Camille@Example.ORG ', 'camille@example.org'],
    ["grace.o'hara+letter@nhs.example", "grace.o'hara+letter@nhs.example"],
    ['amina@hôpital.fr', 'amina@xn--hpital-ixa.fr'],
    ['amina@HO\u0302PITAL.fr', 'amina@xn--hpital-ixa.fr'],
    ['li@例え.jp', 'li@xn--r8jz45g.jp'],
    ['x_y-z@a-b.c-d.museum', 'x_y-z@a-b.c-d.museum'],
    ['user@münchen.de', 'user@xn--mnchen-3ya.de'],
    ['a@b.fr\u200b', 'a@b.fr'],
    ['\u200b\u2060a@b.fr\u200c\u00ad', 'a@b.fr'],
    ['\ufeffa@b.fr', 'a@b.fr'],
    ['\u00a0a@b.fr\u202f', 'a@b.fr'],
    ['\u3164a@b.fr\u3164', 'a@b.fr'],
    ['\u2066a@b.fr\u2069', 'a@b.fr'],
    ['"a@b.fr"', 'a@b.fr'],
    ["'a@b.fr'", 'a@b.fr'],
    ['“a@b.fr”', 'a@b.fr'],
    ['«\u202fa@b.fr\u202f»', 'a@b.fr'],
    ['<a@b.fr>', 'a@b.fr'],
    ['mailto:a@b.fr', 'a@b.fr'],
    ['<mailto:a@b.fr>', 'a@b.fr'],
    ['a@b.fr,', 'a@b.fr'],
    ['a@b.fr. ', 'a@b.fr'],
    ['a@b.fr\r\n', 'a@b.fr'],
  ])('%s is read as %s', (typed, address) => {
    expect(readEmailAddress(typed)).toBe(address)
  })

  test.each(['jérôme@example.fr', 'ЮЛИЯ@example.fr', 'josé.garcía@münchen.de', '用户@例え.jp'])(
    '%s is an address (RFC 6531) that the provider does not write to: it is told so',
    typed => {
      expect(readEmailAddress(typed)).toBeNull()
      expect(emailFault(typed)).toBe('international')
    },
  )

  test('what is no address is told so, and what was spoilt', () => {
    expect(emailFault('jérôme')).toBe('invalid')
    expect(emailFault('jérôme@localhost')).toBe('invalid')
    expect(emailFault('jérôme martin@example.fr')).toBe('invalid')
    expect(emailFault('jos\ufffd@example.fr')).toBe('characters')
  })

  test('an address of a hundred thousand signs costs nothing', () => {
    expect(readEmailAddress('"'.repeat(100_000))).toBeNull()
    expect(readEmailAddress(`${'. '.repeat(499)}a@b.fr`)).toBeNull()
  })

  test.each(SCRIPTS)('letters of %s before the @ are told apart from nonsense', script => {
    const letters = lettersOf(script).filter(letter => /^(?![a-z])[\p{L}\p{N}]$/iu.test(letter))
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 9 }),
        local => {
          const typed = `${local}@example.org`
          const isAscii = /^[\0-\x7f]*$/.test(local.normalize('NFC').toLowerCase())
          if (isAscii) expect(readEmailAddress(typed)).not.toBeNull()
          else expect([readEmailAddress(typed), emailFault(typed)]).toEqual([null, 'international'])
        },
      ),
    )
  })

  test('what cannot be seen may stand at either end, and nowhere else', () => {
    for (const sign of charactersOf(/^\p{Default_Ignorable_Code_Point}$/u)) {
      expect(readEmailAddress(`${sign}a@b.fr${sign}`), sign).toBe('a@b.fr')
      expect(readEmailAddress(`a${sign}a@b.fr`), sign).toBeNull()
      expect(readEmailAddress(`a@b${sign}b.fr`), sign).toBeNull()
    }
  })

  test('whatever is typed, what comes out is one plain address', () => {
    const pieces = fc.constantFrom('a', 'B', '.', '@', '+', '\r\n', ',', ' ', '<', 'fr', '"', 'é')
    const typed = fc.oneof(fc.string({ unit: pieces }), fc.emailAddress(), fc.string())
    fc.assert(
      fc.property(typed, text => {
        const address = readEmailAddress(text)
        fc.pre(address !== null)
        expect(address).toMatch(/^[\x21-\x7e]+$/)
        expect(address.split('@')).toHaveLength(2)
        expect(address).not.toMatch(/[,;<>"()\s]/)
        expect(readEmailAddress(address)).toBe(address)
      }),
    )
  })
})
