import isoCountries from 'i18n-iso-countries'

/** ISO 3166-1 alpha-2 codes. */
export const COUNTRY_CODES = Object.keys(isoCountries.getAlpha2Codes())

/** The alpha-2 code of each alpha-3 code of ISO 3166-1. */
export const ALPHA_3_CODES: Record<string, string> = isoCountries.getAlpha3Codes()

/** The name of a country in a language (Unicode CLDR). */
export function countryName(code: string, language: string) {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code
}

/** All countries with their names in a language, in its alphabetical order. */
export function countriesIn(language: string) {
  return COUNTRY_CODES.map(code => ({ code, name: countryName(code, language) })).sort((a, b) =>
    a.name.localeCompare(b.name, language),
  )
}
