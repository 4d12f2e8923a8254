import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMailedId, readMailedToken } from '#lib/security/mailed-link-query.ts'
import { deriveToken } from '#lib/security/tokens.ts'

const TOKEN = deriveToken('confirm', '01890a5d-ac96-774b-bcce-b302099a8057')
const HALF = Math.floor(TOKEN.length / 2)
const broken = (by: string) => TOKEN.slice(0, HALF) + by + TOKEN.slice(HALF)

/** What a browser asks for when this address is followed. */
const queryOf = (address: string) => new URL(address, 'https://letter.example.org').searchParams

describe('what mail programs do to a link is forgiven', () => {
  test.each([
    ['as it was sent', TOKEN],
    ['a full stop', `${TOKEN}.`],
    ['a comma', `${TOKEN},`],
    ['an escaped full stop', `${TOKEN}%2E`],
    ['a bracket', `${TOKEN})`],
    ['a square bracket', `${TOKEN}]`],
    ['angle brackets', `%3C${TOKEN}%3E`],
    ['a bare angle bracket', `${TOKEN}>`],
    ['quotes', `"${TOKEN}"`],
    ['French quotes', `«\u00a0${TOKEN}\u00a0»`],
    ['a space', `${TOKEN}%20`],
    ['a space that was escaped twice', `${TOKEN}%2520`],
    ['a plus, which is a space', `${TOKEN}+`],
    ['words behind it', `${TOKEN}%20Merci`],
    ['words glued with a full stop', `${TOKEN}.Merci`],
    ['a line break and words', `${TOKEN}%0AMerci`],
    ['=3D for its =', `3D${TOKEN}`],
    ['= doubled', `=${TOKEN}`],
    ['a soft line break', broken('=%0A')],
    ['a soft line break of two signs', broken('=%0D%0A')],
    ['a soft line break whose end the browser took', broken('=')],
    ['a soft line break at its end', `${TOKEN}=`],
    ['a space within', broken('%20')],
    ['a line break and an indent within', broken('%0D%0A%20%20')],
    ['a zero-width space within', broken('\u200b')],
    ['both', `3D${broken('=%0A')}.%3E`],
    ['underscores of emphasis', `${TOKEN}_`],
    ['asterisks of emphasis', `*${TOKEN}*`],
    ['an HTML entity', `${TOKEN}&gt;`],
    ['a percent sign that is no escape', `${TOKEN}%`],
  ])('%s', (_, written) => {
    expect(readMailedToken(queryOf(`/fr/confirm?token=${written}`))).toBe(TOKEN)
  })

  test.each([
    `?TOKEN=${TOKEN}`,
    `?Token=${TOKEN}.`,
    `?utm_source=x&amp;token=${TOKEN}`,
    `?token%3D${TOKEN}`,
    `?token%3D3D${TOKEN}.`,
    `?%20token=${TOKEN}`,
    `?token=${TOKEN}&utm_medium=email`,
    `??token=${TOKEN}`,
  ])('%s', query => {
    expect(readMailedToken(queryOf(`/fr/confirm${query}`))).toBe(TOKEN)
  })

  test('an id in capitals, and an & that became &amp;', () => {
    const id = crypto.randomUUID()
    const query = queryOf(`/fr/unsubscribe?id=${id.toUpperCase()}&amp;token=${TOKEN}.`)
    expect([readMailedId(query), readMailedToken(query)]).toEqual([id, TOKEN])
  })
})

describe('nothing is guessed', () => {
  test.each([
    ['cut short', TOKEN.slice(0, -1)],
    ['cut to nothing', ''],
    ['one letter more', `${TOKEN}A`],
    ['a digit more', `${TOKEN}3`],
    ['twice', `${TOKEN}&token=${TOKEN}`],
    ['two in one', TOKEN + TOKEN],
    ['a zero byte alone', '%00'],
    ['far too long', 'A'.repeat(8_000)],
    ['far too long behind a token', `${TOKEN}${'.'.repeat(8_000)}`],
  ])('%s', (_, written) => {
    expect(readMailedToken(queryOf(`/fr/confirm?token=${written}`))).toBeNull()
  })

  test.each([[undefined], [null], [7], [{}], [['a', 'b']]])('%j is no token', token => {
    expect(readMailedToken({ token })).toBeNull()
  })
})

const tokens = fc.uuid({ version: 7 }).map(id => deriveToken('confirm', id))
/** Signs that no token holds; % and = are escapes in a query. */
const around = fc.array(fc.constantFrom(...'.,;:!?)]}>"\'”’»…*|`\u00a0\u200b \n'), {
  maxLength: 4,
})
const within = fc.constantFrom('', '=\n', '=\r\n', '\n', '\r\n ', ' ', '=', '\u00ad', '\u200b')

test('any token is found among such signs, however often they were escaped', () => {
  fc.assert(
    fc.property(
      tokens,
      around,
      around,
      within,
      fc.nat(43),
      fc.integer({ min: 0, max: 3 }),
      (token, before, after, broke, place, escapes) => {
        let written = `${before.join('')}${token.slice(0, place)}${broke}${token.slice(place)}${after.join('')}`
        for (let times = 0; times < escapes; times += 1) written = encodeURIComponent(written)
        expect(readMailedToken({ token: written })).toBe(token)
      },
    ),
  )
})

test('of any text whatever, it gives a token that stands in it, or nothing', () => {
  const signs = fc.string({ unit: fc.constantFrom('A', 'b', '3', 'D', '-', '=', '%', ' ', '.') })
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), signs), text => {
      const token = readMailedToken({ token: text })
      expect(token).toSatisfy(found => found === null || /^[\w-]{43}$/.test(found))
    }),
  )
})
