import { expect, test } from 'vitest'
import { withoutLinks } from '#lib/mail/compose.ts'

/** As programs that show mails make links: a name, a full stop, letters; or an address. */
const LINK = /[\p{L}\p{N}-]\.\p{L}{2,}|[\p{L}\p{N}]@\p{L}|https?:\/\/|www\.\p{L}/u

test.each([
  'evil.com',
  'Evil.Kim',
  'a@evil.com',
  'https://evil.com/x',
  'www.evil',
  'J.P.evil.com',
  'evil。com',
])('no program makes a link of %s', name => {
  expect(withoutLinks(name)).not.toMatch(LINK)
  expect(withoutLinks(name).replaceAll('\u200b', '')).toBe(name)
})

test.each(['Camille Roux', "Grace O'Hara", 'J. R. R. Tolkien', 'Martin Luther King, Jr.', '李'])(
  '%s stays as it is',
  name => {
    expect(withoutLinks(name)).toBe(name)
  },
)
