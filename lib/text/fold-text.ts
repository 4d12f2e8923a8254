import anyAscii from 'any-ascii'
import { withAsciiDigits } from './decimal-digits.ts'
import { normalizeText } from './normalize-text.ts'

/**
 * The version of this folding. Raise it with every change of what it makes of a text: the keys of all
 * signatures are then made anew (lib/signatures/backfill-keys.ts).
 */
export const FOLDING_VERSION = 1

/** Whatever is typed, pasted or set for an apostrophe; some of them decompose into a space. */
const APOSTROPHES =
  /[`´\u02b9-\u02bf\u02c8\u02ca\u02cb\u055a\u05f3\u07f4\u07f5\u1fbd\u1fbf\u1fef\u1ffd\u1ffe‘’‚‛′‵Ꞌꞌ＇｀]/gu

/** Hyphens and dashes of every length and script, and the signs of minus. */
const HYPHENS = /[\p{Pd}\u02d7\u2043\u2212]/gu

/** Letters that are nothing but space: Hangul fillers, the blank Braille cell. */
const BLANKS = /[\u115f\u1160\u3164\uffa0\u2800]/gu

/** What is not seen, within a word or at its ends: joiners, soft hyphens, the tatweel that stretches. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u0640]/gu

/** Letters of Latin that Unicode does not decompose: ø, ł, đ, ß, æ, þ … */
const WHOLE_LATIN_LETTER = /(?![a-z])(?=\p{Script=Latin})\p{L}/gu

/** Letters of other scripts that keyboards of one language have and those of its neighbour have not. */
const SAME_LETTER = new Map([
  ['ς', 'σ'],
  ['ґ', 'г'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ة', 'ه'],
  ['ہ', 'ه'],
  ['ھ', 'ه'],
  ['ە', 'ه'],
])

const ANY_OF_THEM = new RegExp([...SAME_LETTER.keys()].join('|'), 'gu')

/**
 * Text reduced for search, for doubles and for lists from paper: no case, no accents or other marks,
 * one width, one apostrophe, one hyphen, digits of one script, ligatures and whole letters of Latin as
 * they are typed without them, single spaces for spaces and for control characters. Other scripts stay
 * what they are: put into Latin letters, names of different people would be one.
 */
export function fold(text: string) {
  const plain = withoutMarks(text.replace(APOSTROPHES, "'").replace(BLANKS, ' '))
  return withAsciiDigits(plain)
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, '-')
    .replace(UNSEEN, '')
    .replace(WHOLE_LATIN_LETTER, typedAs)
    .replace(ANY_OF_THEM, letter => SAME_LETTER.get(letter) ?? letter)
    .replace(/(?<=l)·(?=l)/g, '')
    .replace(/[\s\p{Cc}・]+/gu, ' ')
    .trim()
}

function withoutMarks(text: string) {
  return normalizeText(text, 'NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\p{M}/gu, '')
}

/** Letters of phonetics that stand for no letter of the alphabet stay as they are. */
function typedAs(letter: string) {
  const ascii = anyAscii(letter).toLowerCase()
  return /^[a-z]+$/.test(ascii) ? ascii : letter
}
