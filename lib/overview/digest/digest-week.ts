import { DAY_MS, HOUR_MS } from '#lib/time/time-spans.ts'
import { boundsOfDay, localDay, readLocalTime } from '#lib/time/zoned-time.ts'

/** The hour of Monday from which on the digest goes, on the campaign's clocks. */
const DIGEST_HOUR = '08:00'

/** Hours after which a digest that could not go is left out: the numbers of a week are no news on Thursday. */
const DIGEST_LATE_HOURS = 48

const DAYS_OF_WEEK = 7

/** The calendar week that ended last, by its days (ISO 8601), Monday to Sunday, and the one before it. */
export type DigestWeek = { days: string[]; daysBefore: string[] }

/** The week that a digest is due for at a moment; null while none is. */
export function dueDigest(now: Date, timeZone: string): DigestWeek | null {
  const monday = mondayOf(localDay(now, timeZone))
  const due =
    readLocalTime(`${monday}T${DIGEST_HOUR}`, timeZone) ?? boundsOfDay(monday, timeZone).start
  const sinceMs = now.getTime() - due.getTime()
  if (sinceMs < 0 || sinceMs >= DIGEST_LATE_HOURS * HOUR_MS) return null
  return { days: weekBefore(monday, 1), daysBefore: weekBefore(monday, 2) }
}

function mondayOf(day: string) {
  const sinceMonday = (new Date(day).getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK
  return plusDays(day, -sinceMonday)
}

function weekBefore(monday: string, weeks: number) {
  return Array.from({ length: DAYS_OF_WEEK }, (_, place) =>
    plusDays(monday, place - weeks * DAYS_OF_WEEK),
  )
}

function plusDays(day: string, days: number) {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}
