import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  LONGEST_BODY,
  LONGEST_SUBJECT,
  mistakeInBody,
  mistakeInSubject,
  textsIn,
} from '#lib/broadcasts/broadcast-texts.ts'

describe('the Markdown of a broadcast', () => {
  test.each([
    [
      'a page of everything',
      '## What next\n\n- **Read** *on*\n- [here](https://example.org/a?b=c)',
    ],
    ['quotes and numbers', '> Hospitals are no targets.\n\n1. One\n2. Two'],
  ])('may be %s', (_, body) => {
    expect(mistakeInBody(body)).toBeNull()
  })

  test.each([
    ['nothing', '', 'required'],
    ['a book', 'a'.repeat(LONGEST_BODY + 1), 'too-long'],
    ['HTML', 'Hello\n\n<img src=x onerror=alert(1)>', 'markdown'],
    ['an image', '![](https://example.org/pixel.png)', 'markdown'],
    ['a script', '[press](javascript:alert(1))', 'markdown'],
    ['plain http', '[press](http://example.org)', 'links'],
    ['an address of mail', '[write](mailto:a@example.org)', 'links'],
    ['a deceiving address', '[bank](https://bank.example@evil.example)', 'links'],
    ['a link within a list in a quote', '> - [x](http://example.org)', 'links'],
  ])('may not be %s', (_, body, code) => {
    expect(mistakeInBody(body)).toMatchObject({ code })
  })

  test('is wrong at a line that is named', () => {
    expect(mistakeInBody('One.\n\n<b>two</b>\n\n    three')).toEqual({
      code: 'markdown',
      lines: [3, 5],
    })
  })

  test('whatever is typed, it is judged, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), body => {
        const mistake = mistakeInBody(body)
        expect(mistake === null || typeof mistake.code === 'string').toBe(true)
      }),
    )
  })
})

test('a subject is one line, and short enough for a phone', () => {
  expect(mistakeInSubject('The minister has the letter')).toBeNull()
  expect(mistakeInSubject('')).toMatchObject({ code: 'required' })
  expect(mistakeInSubject('a'.repeat(LONGEST_SUBJECT + 1))).toMatchObject({ code: 'too-long' })
  expect(mistakeInSubject('News\r\nBcc: v@x.fr')).toMatchObject({ code: 'control-characters' })
})

test('a reader of a language that nobody wrote in gets the authoritative one', () => {
  const texts = { fr: { subject: 'Bonjour', body: 'Oui.' } }
  expect(textsIn(texts, 'en')).toEqual(texts.fr)
  expect(textsIn(null, 'en')).toEqual({ subject: '', body: '' })
})
