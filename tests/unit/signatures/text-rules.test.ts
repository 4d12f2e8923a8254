import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTextFault, isBlank, tidyText } from '#lib/text/text-rules.ts'

const NAME = { graphemes: 80, isName: true }
const ORGANISATION = { graphemes: 120 }
const STATEMENT = { graphemes: 280, multiline: true }

const faultOf = (typed: string, rules: Parameters<typeof findTextFault>[1] = NAME) =>
  findTextFault(tidyText(typed), rules)

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('=', '+', '@', ' ', '\u200b', '\u202e', '\ufffd', 'a', 'é', '\n', '\t'),
  }),
)

describe('people are called what they are called', () => {
  test.each([
    "Grace O'Hara",
    'Jeanne D’Arc',
    'Jean-Éric Lefèvre',
    'Ng',
    'Null',
    'undefined',
    'Nguyễn Thị Minh Khai',
    '李',
    'محمد بن علي',
    'J. R. R. Tolkien',
    'Martin Luther King, Jr.',
    'प्रिया शर्मा',
    'נועה לוי',
    'Łucja Wójcik',
    'X Æ A-12',
    'Ⅷ. Heinrich',
    '김지우',
    'Emmanuel Маcron',
    'Robert’); DROP TABLE signature;--',
    '<img src=x onerror=alert(1)>',
    '{{7*7}}',
    'J.P.Martin',
    'Dr.Weber',
    'Dr.Li',
    'Prof.Dr.med.Weber',
    'Dipl.-Ing.Kim',
    'Anne-M.Roux',
    'camille.roux',
    'Robert Downey.Jr.',
    '-- Camille Roux',
    '– Idris',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} Ailsa',
  ])('%s', name => {
    expect(faultOf(name)).toBeNull()
    expect(tidyText(name)).toBe(name)
  })

  test.each([
    ['Latin with accents', 'é'],
    ['decomposed Vietnamese', 'e\u0302\u0301'],
    ['Chinese beyond the first plane', '\u{20000}'],
    ['Arabic with vowel marks', 'م\u0651\u064e'],
    ['Devanagari clusters', 'क्षि'],
    ['Thai', 'น้ำ'],
    ['Hangul in parts', '한'],
    ['emoji with a skin tone', '👩🏾'],
    ['families', '👨‍👩‍👧‍👦'],
    ['a kiss, each with a colour', '👩🏽‍❤️‍💋‍👨🏿'],
    ['flags of countries', '🇱🇺'],
    ['flags of regions', '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}'],
  ])('80 graphemes pass and 81 do not: %s', (_, grapheme) => {
    const each = [...new Intl.Segmenter().segment(tidyText(grapheme))].length
    const fitting = Math.floor(80 / each)
    expect(faultOf(grapheme.repeat(fitting))).toBeNull()
    expect(faultOf(grapheme.repeat(81))).toBe('too-long')
  })

  test('a letter buried under marks is no letter', () => {
    expect(faultOf(`a${'\u0301'.repeat(1_000)}`)).toBe('too-long')
    expect(faultOf(`Z${'\u0335\u0316\u0301\u0310'.repeat(3)}algo`)).toBe('characters')
  })

  test.each(['ᾨ̓δή', 'ᾧ', 'བསྒྲུབས', 'မြွှေ', 'שָׁלֹ֣ום', 'Ṩ̌', 'ក្រុម', '1️⃣'])(
    '%s has the marks that it has',
    name => {
      expect(faultOf(name)).toBeNull()
    },
  )
})

describe('a spreadsheet would take it for a formula', () => {
  test.each([
    '=HYPERLINK("http","y")',
    '+1',
    '@SUM(A1)',
    ' =1+1',
    '\u200b=1+1',
    '\u00ad+1',
    '\u3000@x',
    '＝1+1',
    '＋1',
    '＠SUM',
    '﹦1',
  ])('%j is no name; other fields take it, and files neutralise it', typed => {
    expect(faultOf(typed)).toBe('formula')
    expect(faultOf(`${typed}http://x`)).toBe('formula')
    expect(faultOf(typed, STATEMENT)).toBeNull()
    expect(faultOf(typed, ORGANISATION)).toBeNull()
  })

  test.each(['=mc²', '+33 santé', '@Hôpital', '-Ensemble-'])('the organisation %s signs', typed => {
    expect(faultOf(typed, ORGANISATION)).toBeNull()
  })

  test.each(['\t=1+1', '\r\n=1+1'])('%j as well, whatever stood before it', typed => {
    expect(faultOf(typed)).toBe('formula')
  })
})

describe('what cannot be seen', () => {
  test.each([
    '',
    '   ',
    '\u00a0\u2003\u3000',
    '\u200b\u200c\u200d',
    '\u2060\u2061\ufeff',
    '\u3164',
    '\u115f\u1160',
    '\u2800',
    '\u00ad',
    '\u034f\u180e',
    '\u{e0020}',
    '\t\n',
  ])('%j is as good as nothing', typed => {
    expect(faultOf(typed)).toBe('required')
    expect(isBlank(typed)).toBe(true)
  })

  test.each([
    ['a line break in a name', 'Camille\nRoux'],
    ['a NUL', 'Camille\0Roux'],
    ['an escape', 'Camille\u001b[31m'],
    ['a right-to-left override', 'Camille\u202exuoR'],
    ['an isolate', 'Camille\u2066Roux'],
    ['a line separator', 'Camille\u2028Roux'],
    ['a private character', 'Camille\ue000'],
    ['half a pair', 'Camille\ud800'],
    ['a hidden tag', 'Camille\u{e0041}'],
    ['a byte order mark inside', 'Cam\ufeffille'],
  ])('%s is refused', (_, typed) => {
    expect(faultOf(typed)).toBe('characters')
  })

  test('lines of a statement stay lines, however they end', () => {
    expect(tidyText('Un.\r\nDeux.\rTrois.')).toBe('Un.\nDeux.\nTrois.')
    expect(faultOf('Un.\r\nDeux.', STATEMENT)).toBeNull()
  })

  test('marks that Arabic and Persian names need are kept', () => {
    expect(faultOf('علی\u200cرضا')).toBeNull()
    expect(tidyText('علی\u200cرضا')).toContain('\u200c')
  })
})

describe('whatever anybody types', () => {
  test('tidying twice is tidying once, and ends in NFC', () => {
    fc.assert(
      fc.property(anyText, typed => {
        const tidy = tidyText(typed)
        expect(tidyText(tidy)).toBe(tidy)
        expect(tidy).toBe(tidy.normalize('NFC'))
      }),
    )
  })

  test('what passes can be seen, commands nothing and computes nothing', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(NAME, STATEMENT), (typed, rules) => {
        const tidy = tidyText(typed)
        fc.pre(findTextFault(tidy, rules) === null)
        expect(tidy.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u)
        expect(tidy).toMatch(/[^\s\p{Default_Ignorable_Code_Point}\u2800]/u)
        if (rules === NAME) expect(tidy).not.toMatch(/^[=+@]/)
        expect(tidy).not.toContain('\ufffd')
        expect(tidy.isWellFormed()).toBe(true)
      }),
    )
  })
})
