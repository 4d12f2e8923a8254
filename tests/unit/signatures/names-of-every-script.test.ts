import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTextFault, isBlank, tidyText } from '#lib/text/text-rules.ts'
import { lettersOf, SCRIPTS } from '../../support/checks/unicode-scripts.ts'

const faultOf = (typed: string) => findTextFault(tidyText(typed), { graphemes: 80, isName: true })

describe.each(SCRIPTS)('whoever is called in %s', script => {
  const letters = lettersOf(script).filter(letter => /^\p{L}$/u.test(letter))
  const seen = letters.filter(letter => !isBlank(letter))
  const word = fc.string({ unit: fc.constantFrom(...seen), minLength: 1, maxLength: 12 })

  test('signs, with initials and a family name, a dash or an apostrophe', () => {
    fc.assert(
      fc.property(
        word,
        word,
        fc.constantFrom(' ', '-', '’', "'", '. ', ' – '),
        (one, two, sign) => {
          expect(faultOf(`${one}${sign}${two}`)).toBeNull()
        },
      ),
    )
  })

  test('does not sign with an address of a real suffix behind the name', () => {
    fc.assert(
      fc.property(
        word,
        fc.constantFrom('com', 'org', 'fr', 'рф', 'xn--p1ai', 'co.uk'),
        (one, suffix) => {
          // A syllable and its last consonant are one letter.
          fc.pre([...one.normalize('NFC')].length > 1)
          expect(faultOf(`${one}.${suffix}`)).toBe('url')
        },
      ),
    )
  })
})
