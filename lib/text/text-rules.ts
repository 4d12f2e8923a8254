import { LONGEST_TEXT, normalizeText } from './normalize-text.ts'
import { readsAsAddress } from './reads-as-address.ts'

/** Faults of a text; words for each are in locales/ under `form.errors`. */
export type TextFault = 'required' | 'too-long' | 'url' | 'formula' | 'characters'

/** What a text field accepts. */
export type TextRules = {
  /** Greatest number of graphemes: what a reader takes for one character (Unicode UAX #29). */
  graphemes: number
  /** Whether line breaks may stand in it. */
  multiline?: boolean
  /** Whether it is what a person is called: no formula begins so, and no address reads so. */
  isName?: boolean
}

/** A letter with this many UTF-16 units on average, marks included, is no letter of any script. */
const UNITS_PER_GRAPHEME = 8

/** A family of four, each with a colour, has fewer UTF-16 units than this. */
const UNITS_PER_PICTURE = 16

/**
 * Cells that start with one of these are formulas to a spreadsheet (OWASP, CSV injection). Files
 * neutralise them; nobody is called so, but an organisation may be. A dash may begin a name.
 */
const FORMULA_START = /^[=+@＝＋＠﹢﹦﹫]/u

/**
 * Control, private-use, unassigned, bidirectional-override and tag characters, half pairs, and the sign
 * that stands where a program could not read what was sent (U+FFFD): the text is spoilt already.
 */
const FORBIDDEN =
  /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffd\u{e0000}-\u{e007f}]/u

/** The flags of England, Scotland and Wales: the one use of tag characters (UTS #51, annex C). */
const FLAG_OF_A_REGION = /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}/gu

/** One picture of up to four joined, each with its colour (UTS #51, section 1.4.8): a family is 11 units. */
const EMOJI =
  /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*){0,3}/gu

/**
 * Marks piled on one letter until they cover the lines around it. No script stacks more: three that go
 * with any script (accents, vowel signs of Arabic), eight of its own (Tibetan, Burmese).
 */
const PILE_OF_MARKS = /(?:(?=\p{Script=Inherited})\p{M}){4}|\p{M}{9}/u

/** What looks like nothing on a screen: white space, ignorable characters, the blank Braille cell. */
const INVISIBLE = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]/gu

const URL_LIKE = /:\/\/|\bwww\.|\bmailto:/iu

/** Unicode NFC, line breaks as \n, runs of spaces as one, none at the ends. */
export function tidyText(text: string) {
  return normalizeText(text, 'NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Zs}]+/gu, ' ')
    .trim()
}

/** UTF-16 units beyond which a text is refused before anything else is looked at. */
export function longestTyped({ graphemes }: TextRules) {
  return Math.min(graphemes * UNITS_PER_PICTURE, LONGEST_TEXT)
}

/** Whether nothing of a text can be seen. */
export function isBlank(text: string) {
  return text.replace(INVISIBLE, '') === ''
}

/** The first fault of a tidied text, or null. */
export function findTextFault(text: string, rules: TextRules): TextFault | null {
  if (text.length > longestTyped(rules)) return 'too-long'
  if (isBlank(text)) return 'required'
  const plain = withoutPictures(text)
  if (plain.length > rules.graphemes * UNITS_PER_GRAPHEME) return 'too-long'
  if (FORBIDDEN.test(rules.multiline ? plain.replaceAll('\n', '') : plain)) return 'characters'
  if (PILE_OF_MARKS.test(normalizeText(plain, 'NFD'))) return 'characters'
  if (countGraphemes(text) > rules.graphemes) return 'too-long'
  if (rules.isName && FORMULA_START.test(withoutInvisible(text))) return 'formula'
  if (URL_LIKE.test(text)) return 'url'
  return rules.isName && readsAsAddress(text) ? 'url' : null
}

/** Each picture as one sign: it may be long, and is seen as one. */
function withoutPictures(text: string) {
  return text.replace(FLAG_OF_A_REGION, '.').replace(EMOJI, '.')
}

/** As an eye reads it: a soft hyphen before `=` hides nothing from a spreadsheet. */
function withoutInvisible(text: string) {
  return text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').trimStart()
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function countGraphemes(text: string) {
  return [...segmenter.segment(text)].length
}
