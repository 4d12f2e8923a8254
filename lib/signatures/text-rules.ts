import { LONGEST_TEXT, normalizeText } from '#lib/normalize-text.ts'

/** Why a text is refused; words for each are in locales/ under `form.errors`. */
export type TextFault = 'required' | 'too-long' | 'url' | 'formula' | 'characters'

/** What a text field accepts. */
export type TextRules = {
  /** Greatest number of graphemes: what a reader takes for one character (Unicode UAX #29). */
  graphemes: number
  /** Whether line breaks may stand in it. */
  multiline?: boolean
  /** Whether even a bare domain, such as `example.org`, counts as an address of the web. */
  refuseDomains?: boolean
}

/** A letter with this many UTF-16 units on average, marks included, is no letter of any script. */
const UNITS_PER_GRAPHEME = 8

/** Cells that start with one of these are formulas to a spreadsheet (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@＝＋－＠]/u

/** Control, private-use, unassigned, bidirectional-override and tag characters, and half pairs. */
const FORBIDDEN =
  /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u

/**
 * Marks piled on one letter until they cover the lines around it. No script stacks more: three that go
 * with any script (accents, vowel signs of Arabic), eight of its own (Tibetan, Burmese).
 */
const PILE_OF_MARKS = /(?:(?=\p{Script=Inherited})\p{M}){4}|\p{M}{9}/u

/** What looks like nothing on a screen: white space, ignorable characters, the blank Braille cell. */
const INVISIBLE = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]/gu

const URL_LIKE = /:\/\/|\bwww\.|\bmailto:/iu

/** A word, a full stop of any script (UTS #46), then two letters: mail programs make a link of it. */
const DOMAIN_LIKE = /[\p{L}\p{N}][.。．｡]\p{L}{2,}|\d+\.\d+\.\d+\.\d+|@/u

/** Unicode NFC, line breaks as \n, runs of spaces as one, none at the ends. */
export function tidyText(text: string) {
  return normalizeText(text, 'NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Zs}]+/gu, ' ')
    .trim()
}

/** UTF-16 units beyond which a text is refused before anything else is looked at. */
export function longestTyped({ graphemes }: TextRules) {
  return Math.min(graphemes * UNITS_PER_GRAPHEME, LONGEST_TEXT)
}

/** Whether nothing of a text can be seen. */
export function isBlank(text: string) {
  return text.replace(INVISIBLE, '') === ''
}

/** The first fault of a tidied text, or null. */
export function findTextFault(text: string, rules: TextRules): TextFault | null {
  if (text.length > longestTyped(rules)) return 'too-long'
  if (isBlank(text)) return 'required'
  if (FORBIDDEN.test(rules.multiline ? text.replaceAll('\n', '') : text)) return 'characters'
  if (PILE_OF_MARKS.test(normalizeText(text, 'NFD'))) return 'characters'
  if (countGraphemes(text) > rules.graphemes) return 'too-long'
  if (FORMULA_START.test(text)) return 'formula'
  if (URL_LIKE.test(text)) return 'url'
  if (rules.refuseDomains && DOMAIN_LIKE.test(withoutInvisible(text))) return 'url'
  return null
}

/** As an eye reads it: `evil.com` with a soft hyphen in it is still `evil.com`. */
function withoutInvisible(text: string) {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function countGraphemes(text: string) {
  return [...segmenter.segment(text)].length
}
