import isoCountries from 'i18n-iso-countries'

/** ISO 3166-1 alpha-2 codes. */
export const COUNTRY_CODES = Object.keys(isoCountries.getAlpha2Codes())

/** The alpha-2 code of each alpha-3 code of ISO 3166-1. */
export const ALPHA_3_CODES: Record<string, string> = isoCountries.getAlpha3Codes()

/** The name of a country in a language (Unicode CLDR). */
export function countryName(code: string, language: string) {
  return namesIn(language).of(code) ?? code
}

/** All countries with their names in a language, in its alphabetical order. */
export function countriesIn(language: string): Country[] {
  const countries = known.get(language) ?? sortedCountries(language)
  known.set(language, countries)
  return [...countries]
}

type Country = { code: string; name: string }

/** Made once for each language: sorting them anew costs 1.4 ms of each page with a filter. */
const known = new Map<string, Country[]>()
const names = new Map<string, Intl.DisplayNames>()

function sortedCountries(language: string): Country[] {
  const { compare } = new Intl.Collator(language)
  return COUNTRY_CODES.map(code => ({ code, name: countryName(code, language) })).sort((a, b) =>
    compare(a.name, b.name),
  )
}

function namesIn(language: string) {
  const made = names.get(language) ?? new Intl.DisplayNames(language, { type: 'region' })
  names.set(language, made)
  return made
}
