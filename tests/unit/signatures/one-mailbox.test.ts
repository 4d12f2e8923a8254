import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emailKey, keysOf, readEmailAddress } from '#lib/text/email-address.ts'
import { MAILBOX_RULES } from '#lib/text/mailboxes.ts'

const keyOf = (typed: string) => emailKey(readEmailAddress(typed) ?? '')

describe('one mailbox has one signature', () => {
  test.each([
    ['A@B.FR', 'a@b.fr'],
    ['a+1@b.fr', 'a@b.fr'],
    ['a+1+2@b.fr', 'a@b.fr'],
    ['a.b@gmail.com', 'ab@gmail.com'],
    ['A.B+letter@GoogleMail.com', 'ab@gmail.com'],
    ['a.b@pm.me', 'ab@proton.me'],
    ['ab@protonmail.com', 'ab@proton.me'],
    ['a-b_c.d+x@protonmail.com', 'abcd@proton.me'],
    ['a_b@protonmail.ch', 'ab@pm.me'],
    ['camille@me.com', 'camille@icloud.com'],
    ['camille+x@mac.com', 'camille@me.com'],
    ['camille-roux@yandex.com', 'camille.roux@ya.ru'],
    ['camille.roux+x@yandex.kz', 'camille-roux@yandex.ru'],
    ['camille-shop@yahoo.fr', 'camille-news@yahoo.fr'],
    ['camille-shop@yahoo.fr', 'camille@yahoo.fr'],
    ['camille-shop@ymail.com', 'camille@ymail.com'],
    ['shop@camille.fastmail.com', 'camille@fastmail.com'],
    ['news@camille.fastmail.com', 'shop+x@camille.fastmail.com'],
    ['a@camille.sent.com', 'camille+b@sent.com'],
    ['shop@camille-roux.fastmail.fm', 'camille_roux@fastmail.fm'],
    ['camille+x@outlook.com', 'camille@outlook.com'],
    ['camille+x@mail.ru', 'camille@mail.ru'],
  ])('%s and %s', (typed, other) => {
    expect(keyOf(typed)).toBe(keyOf(other))
  })

  test.each([
    ['a.b@b.fr', 'ab@b.fr'],
    ['a@b.fr', 'a@c.fr'],
    ['a-1@b.fr', 'a@b.fr'],
    ['+a@b.fr', '+b@b.fr'],
    ['a.b@gmail.com.evil.fr', 'ab@gmail.com'],
    ['jean-luc@b.fr', 'jean@b.fr'],
    ['jean-luc@yahoo.co.jp', 'jean@yahoo.co.jp'],
    ['camille@yahoo.fr', 'camille@yahoo.com'],
    ['camille@outlook.com', 'camille@hotmail.com'],
    ['jean-luc@outlook.com', 'jean@outlook.com'],
    ['jean-luc@icloud.com', 'jean@icloud.com'],
    ['jean.luc@icloud.com', 'jeanluc@icloud.com'],
    ['jean.luc@yandex.ru', 'jeanluc@yandex.ru'],
    ['jean_luc@yandex.ru', 'jean.luc@yandex.ru'],
    ['camille@fastmail.com', 'camille@sent.com'],
    ['a@camille.gmail.com', 'camille@gmail.com'],
    ['a@camille.notfastmail.com', 'camille@fastmail.com'],
    ['camille@proton.me.b.fr', 'camille@proton.me'],
  ])('%s and %s are two', (typed, other) => {
    expect(keyOf(typed)).not.toBe(keyOf(other))
  })

  test('the key of a key is that key, and it is one mailbox', () => {
    fc.assert(
      fc.property(addressOfSomebody, address => {
        const key = emailKey(address)
        expect(emailKey(key)).toBe(key)
        expect(key.split('@')).toHaveLength(2)
        expect(key).not.toMatch(/[\r\n]|^@/)
      }),
    )
  })

  test('no tag and no capital letter makes another mailbox', () => {
    fc.assert(
      fc.property(addressOfSomebody, fc.stringMatching(/^[a-z0-9]{0,8}$/), (address, tag) => {
        const tagged = address.replace('@', `+${tag}@`).toUpperCase()
        fc.pre(readEmailAddress(tagged) !== null && !address.startsWith('+'))
        expect(keyOf(tagged)).toBe(emailKey(address))
      }),
    )
  })
})

describe('the table of providers', () => {
  test('holds each domain once, written as an address has it, each rule with its source', () => {
    const domains = MAILBOX_RULES.flatMap(rule => rule.domains)
    expect(new Set(domains).size).toBe(domains.length)
    for (const domain of domains) expect(readEmailAddress(`a@${domain}`)).toBe(`a@${domain}`)
    for (const { source } of MAILBOX_RULES) expect(source).toMatch(/^https:\/\//)
  })

  test.each(MAILBOX_RULES)('$domains.0: every spelling that its rule allows is one', rule => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]{2,9}$/)
    const domain = fc.constantFrom(...rule.domains)
    fc.assert(
      fc.property(name, name, name, domain, domain, (first, last, tag, here, there) => {
        const between = rule.ignored ? [...rule.ignored] : (rule.readAs ?? ['.'])
        const other = rule.areOne ? there : here
        const spellings = between.map(sign => `${first}${sign}${last}@${other}`)
        spellings.push(`${first}${between[0]}${last}+${tag}@${other}`)
        if (rule.tag) spellings.push(`${first}${between[0]}${last}${rule.tag}${tag}@${other}`)
        const keys = spellings.map(keyOf)
        expect(new Set([...keys, keyOf(`${first}${between[0]}${last}@${here}`)]).size).toBe(1)
        if (rule.hasSubdomains) {
          expect(keyOf(`${tag}@${first}.${here}`)).toBe(keyOf(`${first}@${here}`))
        }
      }),
    )
  })

  test('what a key was before is looked for as well', () => {
    expect(keysOf('a-b@pm.me')).toEqual(['ab@proton.me', 'a-b@proton.me'])
    expect(keysOf('shop@camille.sent.com')).toEqual(['camille@sent.com', 'shop@camille.sent.com'])
    expect(keysOf('a@b.fr')).toEqual(['a@b.fr'])
  })
})

const everyDomain = MAILBOX_RULES.flatMap(rule => rule.domains)

const addressOfSomebody = fc
  .oneof(
    fc.emailAddress(),
    fc
      .tuple(
        fc.stringMatching(/^[a-z+._-]{1,8}$/),
        fc.constantFrom('b.fr', 'camille.fastmail.com', ...everyDomain),
      )
      .map(parts => parts.join('@')),
  )
  .map(typed => readEmailAddress(typed) ?? '')
  .filter(Boolean)
