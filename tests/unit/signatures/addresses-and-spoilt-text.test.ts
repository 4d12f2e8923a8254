import { describe, expect, test } from 'vitest'
import { findTextFault, tidyText } from '#lib/text/text-rules.ts'

const NAME = { graphemes: 80, isName: true }
const ORGANISATION = { graphemes: 120 }
const STATEMENT = { graphemes: 280, multiline: true }

const faultOf = (typed: string, rules: Parameters<typeof findTextFault>[1] = NAME) =>
  findTextFault(tidyText(typed), rules)

describe('an address of the web is no name', () => {
  test.each([
    'https://evil.example/',
    'HTTP://EVIL',
    'Camille www.evil',
    'evil.example',
    'Camille evil.com Roux',
    'Камила почта.рф',
    'evil。com',
    'evil．com',
    'evil｡com',
    'evil\u200b.com',
    'evil.\u200bcom',
    'evil\u00ad.com',
    'evil.xn--p1ai',
    'evil.example.com',
    'Evil.Com',
    'X.COM',
    'J.P.evil.com',
    'Dr.evil.com',
    'evil.com.Martin',
    'evil.com-or-not',
    'evil\u3164.com',
    'evil.co.uk',
    'someone.github.io',
    'evil.中国',
    'evil.onion',
    'j.kim',
    'mailto:x',
    'v@x',
    'camille@evil.com',
    '192.168.0.1',
  ])('%j', typed => {
    expect(faultOf(typed)).toBe('url')
  })

  test('a statement may speak of a domain, but not link to one', () => {
    expect(faultOf('Booking.com trains its nurses at home.', STATEMENT)).toBeNull()
    expect(faultOf('See https://evil.example', STATEMENT)).toBe('url')
  })
})

describe('a text that was spoilt on its way', () => {
  test.each(['Jos\ufffd', '\ufffd', 'Jos\ufffd\ufffd Garcia'])(
    '%j is refused everywhere',
    typed => {
      expect(faultOf(typed)).toBe('characters')
      expect(faultOf(typed, STATEMENT)).toBe('characters')
      expect(faultOf(typed, ORGANISATION)).toBe('characters')
    },
  )
})
