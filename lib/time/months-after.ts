/** The same day of another month, or its last one: six months after 31 August is 28 or 29 February. */
export function monthsAfter(day: string | Date, months: number) {
  const date = new Date(day)
  const wanted = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + months)
  if (date.getUTCDate() !== wanted) date.setUTCDate(0)
  return date
}
