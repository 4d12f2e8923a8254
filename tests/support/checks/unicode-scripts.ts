import fc from 'fast-check'

/** Scripts that living people write their names in, and those that are mistaken for them. */
export const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Georgian',
  'Cherokee',
  'Hebrew',
  'Arabic',
  'Syriac',
  'Thaana',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Tibetan',
  'Myanmar',
  'Khmer',
  'Ethiopic',
  'Hangul',
  'Hiragana',
  'Katakana',
  'Bopomofo',
  'Han',
  'Mongolian',
  'Tifinagh',
  'Nko',
  'Adlam',
  'Canadian_Aboriginal',
]

const LAST_CODE_POINT = 0x3ffff

/** Every assigned character that is not of a single script, a control or half a pair. */
export const COMMON = '\\p{Script=Common}\\p{Script=Inherited}'

const known = new Map<string, string[]>()

/** Every letter, mark and digit of a script. */
export function lettersOf(script: string): string[] {
  const found =
    known.get(script) ??
    charactersOf(new RegExp(`^(?=\\p{Script=${script}})[\\p{L}\\p{M}\\p{N}]$`, 'u'))
  known.set(script, found)
  return found
}

/** One of them, for fast-check. */
export function letterOf(script: string) {
  return fc.constantFrom(...lettersOf(script))
}

/** Every character that an expression of one character takes. */
export function charactersOf(expression: RegExp): string[] {
  return Array.from({ length: LAST_CODE_POINT + 1 }, (_, point) => point)
    .filter(point => point < 0xd800 || point > 0xdfff)
    .map(point => String.fromCodePoint(point))
    .filter(character => expression.test(character))
}
