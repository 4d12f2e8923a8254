import { ALPHA_3_CODES, COUNTRY_CODES } from '#lib/text/countries.ts'
import { fold } from '#lib/text/search-key.ts'
import { USUAL_COUNTRY_NAMES } from './usual-country-names.ts'

/** Those who type lists write in their own language, which need not be one of the site's. */
const OTHER_LANGUAGES =
  'en fr es de it pt nl ar ru zh uk pl tr el ro sv nb da fi cs hu fa ja ko he hi bn vi id sw'.split(
    ' ',
  )

/** Reads what somebody wrote for a country: its code (ISO 3166-1 alpha-2), or undefined. */
export type CountryReader = (written: string) => string | undefined

/**
 * Makes what reads countries: by codes of two and three letters, by the names of CLDR, long and short, in
 * the site's languages and some others, and by the usual names of paper.
 */
export function countryReader(siteLanguages: string[]): CountryReader {
  const codes = codesByKey(siteLanguages)
  const codeOf = (name: string) => codes.get(countryKey(name)) ?? codes.get(plainKey(name))
  return written => {
    const known = codeIn(written.trim().toUpperCase()) ?? codeOf(written)
    if (known !== undefined) return known ?? undefined
    const parts = partsOf(written).flatMap(part => codeOf(part) ?? [])
    return new Set(parts).size === 1 ? parts[0] : undefined
  }
}

type Named = { code: string; name: string }

/** An ambiguous name is left to the organiser. */
const SHARED_NAMES = [
  'Congo',
  'Korea',
  'Corée',
  'Virgin Islands',
  'Îles Vierges',
  'Republic of China',
  'République de Chine',
]

/** The code of each name's key; null for what names two. */
function codesByKey(siteLanguages: string[]) {
  const languages = [...new Set([...siteLanguages, ...OTHER_LANGUAGES])]
  const names = languages.flatMap(namesIn)
  const inBrackets = names.flatMap(({ code, name }) =>
    partsOf(name).map(part => ({ code, name: part })),
  )
  const codes = new Map<string, string | null>()
  for (const shared of SHARED_NAMES) codes.set(countryKey(shared), null)
  // The first name wins: whole names before what stands in brackets.
  for (const { code, name } of [...usualNames(), ...names, ...inBrackets]) {
    const key = countryKey(name)
    if (!codes.has(key)) codes.set(key, code)
  }
  return codes
}

function codeIn(upper: string) {
  return COUNTRY_CODES.includes(upper) ? upper : ALPHA_3_CODES[upper]
}

function usualNames(): Named[] {
  return Object.entries(USUAL_COUNTRY_NAMES).flatMap(([code, names]) =>
    names.map(name => ({ code, name })),
  )
}

function namesIn(language: string): Named[] {
  return (['long', 'short'] as const).flatMap(style => {
    const names = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' })
    return COUNTRY_CODES.flatMap(code => {
      const name = names.of(code)
      return name ? [{ code, name }] : []
    })
  })
}

/** "Myanmar (Birmanie)" is written as either. */
function partsOf(name: string) {
  return /^(.+?)\s*[(（](.+)[)）]$/.exec(name)?.slice(1, 3) ?? []
}

/** Words that come and go: "the", "of", "and" in the languages that lists are mostly typed in. */
const SMALL_WORDS = new Set(
  (
    'the of and a le la les l du de des d et un une el los las del y e i o os as do da dos der die das ' +
    'und von van en het ile iles island islands isla islas'
  ).split(' '),
)

/** Words that official names add. */
const WORDS_OF_STATE = new Set(
  (
    'republic republique rep republica republik kingdom royaume state etat federal federale federation ' +
    'islamic islamique'
  ).split(' '),
)

const FEWEST_LETTERS = 3

/** A name without case, accents, small words and dots, its words in any order. */
function countryKey(name: string) {
  return keyWithout(SMALL_WORDS, wordsOf(name))
}

/** The same without what official names add: "Republic of Cameroon". */
function plainKey(name: string) {
  const words = wordsOf(name).filter(word => !SMALL_WORDS.has(word))
  return keyWithout(WORDS_OF_STATE, words)
}

function wordsOf(name: string) {
  return fold(name.replaceAll('.', ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(word => (/^(saint|sainte|ste)$/.test(word) ? 'st' : word))
}

function keyWithout(small: Set<string>, words: string[]) {
  const telling = words.filter(word => !small.has(word))
  const kept = telling.join('').length >= FEWEST_LETTERS ? telling : words
  return kept.sort().join(' ')
}
