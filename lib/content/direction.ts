/** The direction in which a language is written: `rtl` for Arabic, Hebrew and their like (UAX #9). */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr'
}
