/**
 * What a time zone is called at a moment, in words of a language: "Central European Summer Time".
 * @param dateLocale BCP 47, such as fr-CH
 */
export function zoneName(moment: Date, timeZone: string, dateLocale: string) {
  const parts = new Intl.DateTimeFormat(dateLocale, {
    timeZone,
    timeZoneName: 'long',
  }).formatToParts(moment)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
