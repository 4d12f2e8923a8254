/** Minor versions come out in these months, counted from 0, on the second Thursday (https://www.postgresql.org/developer/roadmap/). */
const MONTHS = [1, 4, 7, 10]

const THURSDAY = 4

/** The first minor version of PostgreSQL 10 came out in November 2017, of each later one a year after that. */
const FIRST_MINOR_OF_10 = 2017

/**
 * How many minor versions, which mend security holes, a server is behind at least: those of the calendar. What came out
 * besides is not known here.
 * @param version as PostgreSQL numbers itself: 180004 is 18.4
 */
export function missingMinors(version: number, now = new Date()) {
  const major = Math.floor(version / 10_000)
  return Math.max(0, minorsSince(FIRST_MINOR_OF_10 + major - 10, now) - (version % 10_000))
}

function minorsSince(firstYear: number, now: Date) {
  const years = Array.from(
    { length: now.getUTCFullYear() - firstYear + 1 },
    (_, n) => firstYear + n,
  )
  const days = years.flatMap(year => MONTHS.map(month => secondThursday(year, month)))
  const first = secondThursday(firstYear, MONTHS.at(-1) ?? 0)
  return days.filter(day => day >= first && day <= now.getTime()).length
}

function secondThursday(year: number, month: number) {
  const weekday = new Date(Date.UTC(year, month, 1)).getUTCDay()
  return Date.UTC(year, month, 8 + ((THURSDAY - weekday + 7) % 7))
}
