import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FOLDING_VERSION, fold } from '#lib/text/fold-text.ts'
import { letterOf, lettersOf, SCRIPTS } from '../../support/checks/unicode-scripts.ts'

describe('what people type is what they find', () => {
  test.each([
    ['Lætitia', 'laetitia'],
    ['LÆTITIA', 'Lætitia'],
    ['Bœuf', 'boeuf'],
    ['O’Neill', "o'neill"],
    ['O‘Neill', 'o`neill'],
    ['Oʼneill', 'O´Neill'],
    ['Okinaʻo', "okina'o"],
    ['D＇Arc', "d'arc"],
    ['Saint‑Louis', 'saint-louis'],
    ['Saint–Louis', 'Saint—Louis'],
    ['Saint−Louis', 'saint﹣louis'],
    ['Søren Kierkegård', 'soren kierkegard'],
    ['Łucja Wójcik', 'lucja wojcik'],
    ['Đặng Thị', 'dang thi'],
    ['Ħal Għaxaq', 'hal ghaxaq'],
    ['Işıl Yılmaz', 'isil yilmaz'],
    ['İSTANBUL', 'istanbul'],
    ['Straße', 'STRASSE'],
    ['GROẞ', 'gross'],
    ['Þórður', 'thordur'],
    ['Guðrún', 'gudrun'],
    ['Áŋel', 'angel'],
    ['Ətraf', 'etraf'],
    ['ﬁancé', 'fiance'],
    ['ĳssel', 'ijssel'],
    ['Gal·la', 'galla'],
    ['Ｂｒａｄ', 'brad'],
    ['Mar\u00adtin', 'martin'],
    ['Mar\u200btin', 'martin'],
    ['Camille\u3164Roux', 'camille roux'],
    ['Πέτρος', 'πετροσ'],
    ['ΠΈΤΡΟΣ', 'πέτρος'],
    ['Алёна', 'алена'],
    ['مُحَمَّـد', 'محمد'],
    ['علی', 'علي'],
    ['فاطمة', 'فاطمه'],
    ['أحمد', 'احمد'],
    ['शर्मा ४२', 'शर्मा 42'],
    ['ジョン・スミス', 'ジョン スミス'],
    ['ｼﾞｮﾝ', 'ジョン'],
  ])('%s and %s', (one, other) => {
    expect(fold(one)).toBe(fold(other))
  })

  test.each([
    ['李', '理'],
    ['王', '汪'],
    ['김', '金'],
    ['Иванов', 'Ivanov'],
    ['Martin', 'Martine'],
    ['Oslo', 'Cslo'],
  ])('%s and %s stay two: letters of one script are not put into another', (one, other) => {
    expect(fold(one)).not.toBe(fold(other))
  })
})

describe.each(SCRIPTS)('a text of %s', script => {
  const text = fc.string({ unit: letterOf(script), minLength: 1, maxLength: 40 })

  test('folded twice is folded once', () => {
    fc.assert(
      fc.property(text, typed => {
        expect(fold(fold(typed))).toBe(fold(typed))
      }),
    )
  })

  test('is found in capitals, decomposed, and with what cannot be seen in it', () => {
    fc.assert(
      fc.property(text, typed => {
        const folded = fold(typed)
        expect(fold(typed.normalize('NFD'))).toBe(folded)
        expect(fold(typed.normalize('NFC'))).toBe(folded)
        expect(fold([...typed].join('\u2060'))).toBe(fold([...typed].join('\u200d')))
      }),
    )
  })

  test('keeps its letters, and ends without spaces', () => {
    for (const letter of lettersOf(script)) {
      const folded = fold(letter)
      expect(folded, letter).toBe(folded.trim())
      if (/\p{Lu}|\p{Ll}/u.test(letter)) expect(folded, letter).not.toBe('')
    }
  })
})

test('every letter of Latin that a name is written with is folded to a to z', () => {
  const others = lettersOf('Latin').filter(letter => !/^[a-z0-9]+$/.test(fold(letter)))
  const isOfNames = (letter: string) =>
    /^[\u00aa-\u017f\u0386-\u03ff\u1e00-\u1eff\ufb00-\uff5a]$/.test(letter)
  expect(others.filter(isOfNames)).toEqual([...'Ŀŀŉẚẜẝ'])
})

test('what is folded otherwise has a new version, so that the keys are made anew', () => {
  const all = SCRIPTS.flatMap(script => lettersOf(script)).map(fold)
  const print = createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 16)
  expect({ version: FOLDING_VERSION, print }).toEqual({ version: 1, print: '01e9d298be900408' })
})
