import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { neutralise, neutraliseForCsv } from '#lib/exports/formats/neutralise.ts'

const FORMULA_STARTS = ['=', '+', '-', '@', '＝', '＋', '－', '＠']
const LEADS = ['', ' ', '\u00a0', '\u3000', '"', "'", '\u200b', '\ufeff', '\t', '\r', '\n']

describe('a cell that a spreadsheet would run', () => {
  test.each([
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ['+1', "'+1"],
    ['-2', "'-2"],
    ['@SUM', "'@SUM"],
    ['\tanything', "'\tanything"],
    ['\ranything', "'\ranything"],
    ['  =1+1', "'  =1+1"],
    ['＝1+1', "'＝1+1"],
  ])('%j becomes %j', (typed, written) => {
    expect(neutralise(typed)).toBe(written)
    expect(neutraliseForCsv(typed)).toBe(written)
  })

  test('no lead, no width and no rest gets a formula through', () => {
    const hostile = fc.tuple(
      fc.constantFrom(...LEADS),
      fc.constantFrom(...FORMULA_STARTS),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(hostile, parts => {
        expect(neutralise(parts.join(''))).toBe(`'${parts.join('')}`)
      }),
    )
  })

  test('whatever a program cuts at, it finds no formula at any cut', () => {
    const pieces = fc.array(
      fc.constantFrom('a', ' ', ',', ';', '\n', '\r', '\t', '"', '=1+1', '@A1', '-1', '＋1'),
    )
    fc.assert(
      fc.property(pieces, parts => {
        for (const cut of neutraliseForCsv(parts.join('')).split(/[,;\t\r\n]/)) {
          expect(cut.replace(/^[\s"]+/, '')).not.toMatch(/^[=+\-@＝＋－＠]/)
        }
      }),
    )
  })
})

test('names as people have them, and texts with signs inside, stay as they are', () => {
  for (const text of [
    "O'Hara",
    'D’Arc',
    'Jean-Éric',
    'Nguyễn',
    '李',
    'محمد',
    '"; a,b',
    'a=b',
    '1-2',
  ]) {
    expect(neutraliseForCsv(text)).toBe(text)
  }
})
