import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEmailAddress } from '#lib/signatures/email-address.ts'

describe('one recipient, ever', () => {
  test.each([
    'a@b.fr\r\nBcc: v@x.fr',
    'a@b.fr\nBcc: v@x.fr',
    'a@b.fr%0ABcc:v@x.fr, c@d.fr',
    'a@b.fr,c@d.fr',
    'a@b.fr;c@d.fr',
    'a@b.fr c@d.fr',
    '"x" <a@b.fr>',
    '<a@b.fr>',
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
    'mailto:a@b.fr',
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
  ])('%s is read as %s', (typed, address) => {
    expect(readEmailAddress(typed)).toBe(address)
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
